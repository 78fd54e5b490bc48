import { type JsonSchema, plainSchema } from '../derive/plain-schema.ts'
import type { Operation } from '../operation.ts'

/** One line of a table of parameters. */
export interface ParameterRow {
  /** Members of objects after a dot, entries of lists as `[]`: `Users[].UserName`. */
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly limits: readonly Limit[]
  readonly description?: string
}

/** A phrase about what a value may be; `code` is shown as code, after the phrase. */
export interface Limit {
  readonly phrase: string
  readonly code?: readonly string[]
}

/** What an operation takes. An input over HTTP's own places is in parts, which themselves say nothing but whether a body may be left out. */
export function inputRows({ dialect, input }: Operation): ParameterRow[] {
  const rows = parameterRows(plainSchema(input))
  if (dialect === 'tencent') return rows
  return rows.filter(({ name, required }) => name.includes('.') || (name === 'body' && !required))
}

/** Every member of an object schema, nested ones after the one that holds them. */
export function parameterRows(schema: JsonSchema, prefix = ''): ParameterRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const row = {
      name: prefix + name,
      type: typeName(member),
      required: schema.required?.includes(name) ?? false,
      limits: limitsOf(member),
      ...(typeof member.description === 'string' && { description: member.description }),
    }
    return [row, ...parameterRows(innermost(member), `${prefix}${name}${'[]'.repeat(depth(member))}.`)]
  })
}

function typeName(schema: JsonSchema): string {
  if (schema.type === 'array') return `list of ${typeName(schema.items ?? {})}`
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeName))].join(' or ')
  if (schema.type) return schema.type
  const [example = schema.const] = schema.enum ?? []
  return example === undefined ? 'any' : typeof example
}

function limitsOf(schema: JsonSchema): Limit[] {
  const words = schema.enum ?? constants(schema)
  const limits: (Limit | undefined)[] = [
    words && { phrase: 'one of', code: words.map(String) },
    range(schema.minimum, schema.maximum, ''),
    range(schema.minLength, schema.maxLength, 'characters'),
    range(schema.minItems, schema.maxItems, 'entries'),
    typeof schema.pattern === 'string' ? { phrase: 'pattern', code: [schema.pattern] } : undefined,
    schema.default === undefined ? undefined : { phrase: 'default', code: [String(schema.default)] },
    ...(schema.type === 'array' ? limitsOfEach(schema) : []),
    schema['x-refusal'] === undefined ? undefined : { phrase: otherwise, code: [String(schema['x-refusal'])] },
    schema['x-missing'] === undefined ? undefined : { phrase: 'without it', code: [String(schema['x-missing'])] },
  ]
  return limits.filter((limit) => limit !== undefined)
}

const otherwise = 'otherwise'

/** What holds for each entry of a list; what refuses a bad one is said where the list itself is not refused so. */
function limitsOfEach({ items = {}, 'x-refusal': refusal }: JsonSchema): Limit[] {
  return limitsOf(items).flatMap(({ phrase, code }) => {
    if (phrase !== otherwise) return [{ phrase: `each ${phrase}`, code }]
    return code?.[0] === String(refusal) ? [] : [{ phrase: 'for a bad entry', code }]
  })
}

/** `Type.Union` of literals is an `anyOf` of constants. */
function constants({ anyOf, const: only }: JsonSchema): unknown[] | undefined {
  if (only !== undefined) return [only]
  const values = anyOf?.map((option) => option.const)
  return values?.every((value) => value !== undefined) ? values : undefined
}

const singular: Readonly<Record<string, string>> = { entries: 'entry', characters: 'character' }

/** A bound that only says how large an exact number can be says nothing to a reader. */
function range(least: unknown, highest: unknown, unit: string): Limit | undefined {
  const most = highest === Number.MAX_SAFE_INTEGER ? undefined : highest
  if (least === undefined && most === undefined) return undefined
  const noun = (most ?? least) === 1 ? (singular[unit] ?? unit) : unit
  const numbers =
    most === undefined ? `at least ${least}` : least === undefined ? `at most ${most}` : least === most ? `${most}` : `${least} to ${most}`
  return { phrase: `${numbers} ${noun}`.trim() }
}

function innermost(schema: JsonSchema): JsonSchema {
  if (schema.type === 'array') return innermost(schema.items ?? {})
  // An object that may be null.
  return schema.anyOf?.find((option) => option.properties) ?? schema
}

function depth(schema: JsonSchema): number {
  return schema.type === 'array' ? 1 + depth(schema.items ?? {}) : 0
}
