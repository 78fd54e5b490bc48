import type { TSchema } from 'typebox'

/** JSON Schema (2020-12) as text would hold it: no hidden properties, keywords of our own as `x-…`. */
export interface JsonSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly examples?: readonly unknown[]
  readonly [keyword: string]: unknown
}

const assertions =
  'type enum const default examples title description format required minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems uniqueItems minProperties maxProperties readOnly writeOnly deprecated contentEncoding contentMediaType $id $ref'
const lists = ['anyOf', 'oneOf', 'allOf', 'prefixItems']
const singles = ['items', 'additionalProperties', 'not', 'contains', 'propertyNames', 'if', 'then', 'else']
const named = ['properties', 'patternProperties', '$defs', 'dependentSchemas']
const standard = new Set([...assertions.split(' '), ...lists, ...singles, ...named])

/** The schema of an operation as plain JSON Schema: `refusal` becomes `x-refusal`. */
export function plainSchema(schema: TSchema): JsonSchema {
  return plain(schema) as JsonSchema
}

function plain(schema: unknown): unknown {
  // `additionalProperties: false` is a schema too.
  if (typeof schema !== 'object' || schema === null) return schema
  const keywords = Object.entries(schema).filter(([keyword, value]) => !keyword.startsWith('~') && value !== undefined)
  return Object.fromEntries(keywords.map(([keyword, value]) => [standard.has(keyword) ? keyword : `x-${keyword}`, within(keyword, value)]))
}

function within(keyword: string, value: unknown): unknown {
  if (lists.includes(keyword)) return (value as unknown[]).map(plain)
  if (singles.includes(keyword)) return plain(value)
  if (named.includes(keyword)) return Object.fromEntries(Object.entries(value as object).map(([name, schema]) => [name, plain(schema)]))
  return value
}
