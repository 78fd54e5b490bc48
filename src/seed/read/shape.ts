import type { JsonSchema } from '../../contract/derive/plain-schema.ts'
import { unkeepableIn } from '../../contract/json/keepable.ts'
import { closestName } from '../../settings/closest-name.ts'
import { type Finding, type Path, shown } from './finding.ts'

/** What came of a document's shape: the parts that are as they must be, each object and list with its place, and what is wrong with the rest. */
export interface Shaped {
  readonly value: unknown
  readonly places: WeakMap<object, Path>
  readonly findings: Finding[]
  /** Something that others may refer to was left out. */
  lacking: boolean
}

/** Stands for a part that is not as it must be. */
const refused = Symbol('refused')

/** Holds a value against a schema, and finds everything that is wrong with it. */
export function shapeOf(schema: JsonSchema, value: unknown): Shaped {
  const check = new ShapeCheck()
  const kept = check.within(schema, value, [])
  return { value: kept === refused ? {} : kept, places: check.places, findings: check.findings, lacking: check.lacking }
}

class ShapeCheck {
  readonly places = new WeakMap<object, Path>()
  readonly findings: Finding[] = []
  lacking = false
  readonly #definitions = new Map<string, JsonSchema>()

  within(given: JsonSchema, value: unknown, path: Path): unknown {
    const schema = this.#resolved(given, value)
    if (value === null) return this.#refuse(path, `nothing is written here. Write ${schema.title}.`)
    if (schema.properties) return this.#object(schema, value, path)
    if (schema.items) return this.#list(schema, schema.items, value, path)
    const wrong = wrongLeaf(schema, value)
    return wrong === undefined ? value : this.#refuse(path, wrong)
  }

  /** The schema that is meant: what a reference leads to, or of several forms the one that the value has. */
  #resolved(schema: JsonSchema, value: unknown): JsonSchema {
    for (const [name, definition] of Object.entries((schema.$defs ?? {}) as Record<string, JsonSchema>))
      this.#definitions.set(name, definition)
    if (typeof schema.$ref === 'string') return this.#definitions.get(schema.$ref) ?? schema
    return schema.anyOf?.find((form) => form.type === kindOf(value)) ?? schema
  }

  #refuse(path: Path, text: string, ofName?: true): typeof refused {
    this.findings.push({ path, text, ...(ofName && { ofName }) })
    return refused
  }

  #object({ properties = {}, required = [], title }: JsonSchema, value: unknown, path: Path): unknown {
    if (kindOf(value) !== 'object') return this.#refuse(path, `${shown(value)} is not ${title}.`)
    const kept: Record<string, unknown> = {}
    for (const [name, inner] of Object.entries(value as object)) {
      const schema = Object.hasOwn(properties, name) ? properties[name] : undefined
      if (!schema) this.#refuse([...path, name], unknownName(name, Object.keys(properties)), true)
      else if (inner !== null || required.includes(name)) {
        const found = this.within(schema, inner, [...path, name])
        if (found !== refused) kept[name] = found
      }
    }
    const missing = required.filter((name) => !Object.hasOwn(value as object, name))
    for (const name of missing) this.#refuse(path, `\`${name}\` is missing. Write ${properties[name]?.title ?? 'it'}.`)
    this.places.set(kept, path)
    if (required.every((name) => Object.hasOwn(kept, name))) return kept
    this.lacking = true
    return refused
  }

  #list({ title }: JsonSchema, items: JsonSchema, value: unknown, path: Path): unknown {
    if (!Array.isArray(value)) {
      this.lacking = true
      return this.#refuse(path, `${shown(value)} is not ${title}: begin each with a dash.`)
    }
    const found = value.map((entry, index) => this.within(items, entry, [...path, index]))
    const kept = found.filter((entry) => entry !== refused)
    this.places.set(kept, path)
    if (kept.length < found.length) this.lacking = true
    return kept
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value
}

function unknownName(name: string, known: readonly string[]): string {
  const closest = closestName(name, known)
  return `\`${name}\` is not known here. ${closest ? `Did you mean \`${closest}\`?` : `There are ${known.join(', ')}.`}`
}

/** What is wrong with a value that holds no others. */
function wrongLeaf(schema: JsonSchema, value: unknown): string | undefined {
  if (schema.const !== undefined || schema.enum) {
    const allowed = schema.enum ?? [schema.const]
    if (allowed.includes(value)) return undefined
    const closest = typeof value === 'string' ? closestName(value, allowed.map(String)) : undefined
    return `${shown(value)} is not ${schema.title}.${closest ? ` Did you mean ${closest}?` : ''}`
  }
  if (kindOf(value) !== schema.type) {
    const quotes = schema.type === 'string' && typeof value !== 'object' ? ' Put it in quotes.' : ''
    return `${shown(value)} is not ${schema.title}.${quotes}`
  }
  if (typeof value === 'string') return wrongText(schema, value)
  if (typeof value === 'object') return wrongWithin(value)
  if (typeof value !== 'number') return undefined
  const { minimum, maximum } = schema as { minimum?: number; maximum?: number }
  return value < (minimum ?? value) || value > (maximum ?? value) ? `${value} is not ${schema.title}.` : undefined
}

/** What is wrong with a thing that is kept as it is, whatever it says. */
function wrongWithin(value: unknown): string | undefined {
  const text = unkeepableIn(JSON.stringify(value), value)
  return text === undefined ? undefined : `${shown(text)} ${unkeepable(text)}`
}

/** Why no database keeps a text as it is. */
function unkeepable(text: string): string | undefined {
  if (text.includes('\0')) return 'holds the character U+0000, which no database keeps. Take it out.'
  if (!text.isWellFormed()) return 'holds half of a surrogate pair, which no database keeps. Write the whole character.'
  return undefined
}

function wrongText(schema: JsonSchema, value: string): string | undefined {
  const wrong = unkeepable(value)
  if (wrong !== undefined) return wrong
  const { minLength = 0, maxLength, pattern } = schema as { minLength?: number; maxLength?: number; pattern?: string }
  const tooLong = maxLength !== undefined && value.length > maxLength && [...value].length > maxLength
  if (tooLong || value.length < minLength || (pattern !== undefined && !new RegExp(pattern, 'u').test(value)))
    return `${shown(value)} is not ${schema.title}.`
  return schema.format === 'date-time' && !isMoment(value)
    ? `${shown(value)} is no day or time that there is. Write ${schema.title}.`
    : undefined
}

/** Whether a well-formed time exists: there is no 30 February. */
function isMoment(text: string): boolean {
  const parsed = new Date(text)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 19) === text.slice(0, 19)
}
