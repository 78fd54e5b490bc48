import type { Attribute } from '../schemas/attribute.ts'
import type { Comparison } from './filter.ts'
import { invalidFilter } from './invalid-filter.ts'

type Judge = (value: unknown) => boolean

/** How one value of an attribute is compared with what the filter names. Refuses what does not go with the attribute's type. */
export function judgeOf(attribute: Attribute, comparison: Exclude<Comparison, 'ne'>, wanted: string | number | boolean): Judge {
  const { type } = attribute
  if (type === 'boolean') return booleanJudge(attribute, comparison, wanted)
  if (type === 'integer' || type === 'decimal') return numberJudge(attribute, comparison, wanted)
  if (typeof wanted !== 'string') throw unfit(attribute, 'is compared with a text in quotes', '应与加引号的文本比较')
  if (type === 'binary' && ordering.has(comparison))
    throw unfit(attribute, `is binary: ${comparison} does not order it`, `为二进制，不能用 ${comparison} 比较`)
  if (type === 'dateTime' && !within.has(comparison)) return timeJudge(attribute, comparison, wanted)
  return textJudge(attribute, comparison, wanted)
}

const ordering = new Set<Comparison>(['gt', 'ge', 'lt', 'le'])
const within = new Set<Comparison>(['co', 'sw', 'ew'])

/** Some clients write the truth as a text. */
function booleanJudge(attribute: Attribute, comparison: Comparison, wanted: unknown): Judge {
  const truth = String(wanted).toLowerCase()
  if (comparison !== 'eq') throw unfit(attribute, `is true or false: ${comparison} does not go with it`, `为布尔值，不支持 ${comparison}`)
  if (truth !== 'true' && truth !== 'false') throw unfit(attribute, 'is true or false', '应为 true 或 false')
  return (value) => value === (truth === 'true')
}

function numberJudge(attribute: Attribute, comparison: Comparison, wanted: unknown): Judge {
  if (typeof wanted !== 'number') throw unfit(attribute, 'is compared with a number', '应与数字比较')
  if (within.has(comparison)) throw unfit(attribute, `is a number: ${comparison} does not go with it`, `为数字，不支持 ${comparison}`)
  return (value) => typeof value === 'number' && ordered(comparison, value, wanted)
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i

function timeJudge(attribute: Attribute, comparison: Comparison, wanted: string): Judge {
  const at = moment.test(wanted) ? Date.parse(wanted) : Number.NaN
  if (Number.isNaN(at)) throw unfit(attribute, 'is a time such as "2026-11-21T08:00:00Z"', '应为 "2026-11-21T08:00:00Z" 形式的时间')
  return (value) => typeof value === 'string' && ordered(comparison, Date.parse(value), at)
}

function textJudge({ caseExact }: Attribute, comparison: Comparison, wanted: string): Judge {
  const told = (text: string) => (caseExact ? text : text.toLowerCase())
  const sought = told(wanted)
  return (value) => {
    if (typeof value !== 'string') return false
    const text = told(value)
    if (comparison === 'co') return text.includes(sought)
    if (comparison === 'sw') return text.startsWith(sought)
    if (comparison === 'ew') return text.endsWith(sought)
    return ordered(comparison, text, sought)
  }
}

function ordered<T extends string | number>(comparison: Comparison, value: T, wanted: T): boolean {
  switch (comparison) {
    case 'gt':
      return value > wanted
    case 'ge':
      return value >= wanted
    case 'lt':
      return value < wanted
    case 'le':
      return value <= wanted
    default:
      return value === wanted
  }
}

function unfit({ name }: Attribute, en: string, zh: string): Error {
  return invalidFilter(`${name} ${en}`, `${name} ${zh}`)
}
