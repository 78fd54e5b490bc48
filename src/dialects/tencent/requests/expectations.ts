import { isJsonObject } from '../../../contract/json/parse-json.ts'
import type { Text } from '../../../contract/operation.ts'
import type { Shape } from './shape.ts'

/** What a schema allows, in words for a message. */
export function expected(shape: Shape): Text {
  const choices = choicesOf(shape)
  if (choices) return { en: `one of ${choices.join(', ')}`, zh: `以下之一：${choices.join('、')}` }
  if (shape.type === 'array') return range(shape.minItems, shape.maxItems, 'entries', '项')
  if (shape.type === 'string') return ofText(shape)
  return range(shape.minimum, shape.maximum, '', '')
}

/** The kind of JSON value that a schema wants. */
export function expectedType(shape: Shape): Text {
  const type = shape.type ?? shape.anyOf?.[0]?.type ?? typeof (shape.const ?? shape.enum?.[0])
  return typeWords[type] ?? { en: type, zh: type }
}

/** Whether a value is of the kind that the schema wants, whatever its content. */
export function isOfType(shape: Shape, value: unknown): boolean {
  if (shape.anyOf) return shape.anyOf.some((branch) => isOfType(branch, value))
  switch (shape.type) {
    case 'object':
      return isJsonObject(value)
    case 'array':
      return Array.isArray(value)
    case 'integer':
    case 'bigint':
      return typeof value === 'bigint' || Number.isInteger(value)
    case 'number':
      return typeof value === 'bigint' || typeof value === 'number'
    case 'null':
      return value === null
    case undefined: {
      const choices = shape.enum ?? ('const' in shape ? [shape.const] : undefined)
      return choices === undefined || choices.some((choice) => typeof choice === typeof value)
    }
    default:
      // `string` and `boolean` are left.
      return typeof value === shape.type
  }
}

const typeWords: Readonly<Record<string, Text>> = {
  string: { en: 'a string', zh: '字符串' },
  integer: { en: 'a whole number', zh: '整数' },
  bigint: { en: 'a whole number', zh: '整数' },
  number: { en: 'a number', zh: '数字' },
  boolean: { en: 'true or false', zh: '布尔值' },
  array: { en: 'a list', zh: '数组' },
  object: { en: 'an object', zh: '对象' },
}

function choicesOf(shape: Shape): readonly unknown[] | undefined {
  if (shape.enum) return shape.enum
  if ('const' in shape) return [shape.const]
  return shape.anyOf?.every((branch) => 'const' in branch) ? shape.anyOf.map((branch) => branch.const) : undefined
}

function ofText(shape: Shape): Text {
  const length = range(shape.minLength, shape.maxLength, 'characters', '个字符')
  if (shape.pattern === undefined) return length
  const limited = shape.minLength !== undefined || shape.maxLength !== undefined
  return {
    en: `${limited ? `${length.en}, ` : ''}of the form ${shape.pattern}`,
    zh: `${limited ? `${length.zh}，` : ''}格式为 ${shape.pattern}`,
  }
}

function range(least: number | undefined, most: number | undefined, unit: string, zhUnit: string): Text {
  const of = unit === '' ? '' : ` ${unit}`
  if (least !== undefined && most !== undefined)
    return { en: `${least} to ${most}${of}`, zh: `${least} 到 ${most}${zhUnit && ` ${zhUnit}`}` }
  if (least !== undefined) return { en: `at least ${least}${of}`, zh: `不小于 ${least}${zhUnit && ` ${zhUnit}`}` }
  if (most !== undefined) return { en: `at most ${most}${of}`, zh: `不大于 ${most}${zhUnit && ` ${zhUnit}`}` }
  return { en: 'a documented value', zh: '文档规定的取值' }
}
