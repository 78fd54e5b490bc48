import type { TSchema } from 'typebox'
import { keepable } from '../../contract/json/keepable.ts'
import { isJsonObject } from '../../contract/json/parse-json.ts'
import type { Text } from '../../contract/operation.ts'
import { type FieldViolation, shownValue } from './feishu-error.ts'

/** The first thing that is wrong with a value, and the code of its own that its schema names with `refusal` (or `missing`, when it is not there). */
export interface Finding extends FieldViolation {
  /** What is wrong, with the field's name before it. */
  readonly text: Text
  readonly code?: number
}

interface Shape {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  /** The code for a value that is not allowed here, and the one for none at all. */
  readonly refusal?: number
  readonly missing?: number
  /** An empty text is none at all. */
  readonly emptyIsMissing?: boolean
}

/** Characters as people count them. */
const lengthOf = (text: string): number => [...text].length

/** The first thing that keeps `value` from being what `schema` says; members that nobody knows are no fault. */
export function findingOf(schema: TSchema, value: unknown, field = ''): Finding | undefined {
  return find(schema as Shape, value, field)
}

function find(shape: Shape, value: unknown, field: string): Finding | undefined {
  const wrong = (en: string, zh: string): Finding => ({
    field,
    value: shownValue(value),
    ...worded(field, { en, zh }),
    ...(shape.refusal !== undefined && { code: shape.refusal }),
  })
  if (shape.type && !isOfType(shape.type, value)) return wrong(`must be of type ${shape.type}`, `类型应为 ${shape.type}`)
  if (shape.enum && !shape.enum.includes(value))
    return wrong(`must be one of ${shape.enum.join(', ')}`, `应为 ${shape.enum.join('、')} 之一`)
  if (typeof value === 'string') return wrongText(shape, value, wrong)
  if (typeof value === 'number') return wrongNumber(shape, value, wrong)
  if (Array.isArray(value)) return wrongList(shape, value, field, wrong)
  return wrongMembers(shape, value, field)
}

type Wrong = (en: string, zh: string) => Finding

function isOfType(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isSafeInteger(value)
  if (type === 'object') return isJsonObject(value)
  return typeof value === type
}

function wrongText({ minLength, maxLength, pattern }: Shape, value: string, wrong: Wrong): Finding | undefined {
  if (!keepable(value)) return wrong('holds characters that no text may hold', '包含文本中不允许的字符')
  if (minLength !== undefined && lengthOf(value) < minLength)
    return wrong(`must have ${minLength} characters or more`, `至少 ${minLength} 个字符`)
  if (maxLength !== undefined && lengthOf(value) > maxLength)
    return wrong(`must have ${maxLength} characters or fewer`, `至多 ${maxLength} 个字符`)
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return wrong(`must match ${pattern}`, `格式应为 ${pattern}`)
  return undefined
}

function wrongNumber({ minimum, maximum }: Shape, value: number, wrong: Wrong): Finding | undefined {
  if (minimum !== undefined && value < minimum) return wrong(`must be ${minimum} or more`, `不得小于 ${minimum}`)
  if (maximum !== undefined && value > maximum) return wrong(`must be ${maximum} or less`, `不得大于 ${maximum}`)
  return undefined
}

function wrongList({ minItems, maxItems, items }: Shape, value: readonly unknown[], field: string, wrong: Wrong): Finding | undefined {
  if (minItems !== undefined && value.length < minItems) return wrong(`must have ${minItems} entries or more`, `至少 ${minItems} 项`)
  if (maxItems !== undefined && value.length > maxItems) return wrong(`must have ${maxItems} entries or fewer`, `至多 ${maxItems} 项`)
  if (!items) return undefined
  for (const [index, item] of value.entries()) {
    const finding = find(items, item, `${field}[${index}]`)
    if (finding) return finding
  }
  return undefined
}

function wrongMembers({ properties = {}, required = [] }: Shape, value: unknown, field: string): Finding | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const members = value as Readonly<Record<string, unknown>>
  const name = (member: string) => (field === '' ? member : `${field}.${member}`)
  const missing = required.find((member) => isMissing(properties[member], members[member]))
  if (missing !== undefined) {
    const code = properties[missing]?.missing
    const field = name(missing)
    return { field, value: '', ...worded(field, { en: 'is required', zh: '为必填' }), ...(code !== undefined && { code }) }
  }
  for (const [member, shape] of Object.entries(properties)) {
    if (members[member] === undefined) continue
    const finding = find(shape, members[member], name(member))
    if (finding) return finding
  }
  return undefined
}

function isMissing(shape: Shape | undefined, value: unknown): boolean {
  return value === undefined || (value === '' && shape?.emptyIsMissing === true)
}

/** A rule said of its field; the violation's own description is English, as on the vendor's wire. */
export function worded(field: string, rule: Text): { readonly description: string; readonly text: Text } {
  const description = `${field || 'the body'} ${rule.en}`
  return { description, text: { en: description, zh: `${field ? `参数 ${field}` : '请求体'} ${rule.zh}` } }
}
