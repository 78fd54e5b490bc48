import { type Described, spelled } from './user-attributes.ts'
import { Meaningless, Unclear } from './verdicts.ts'

export type Entry = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Members by their names in lower case. One that is there twice in whatever case says two things. */
export function folded(sent: unknown): Map<string, unknown> {
  if (!isObject(sent)) throw new Meaningless('no object')
  const members = new Map<string, unknown>()
  for (const [name, value] of Object.entries(sent)) {
    if (members.has(name.toLowerCase())) throw new Meaningless(`${name} twice`)
    members.set(name.toLowerCase(), value)
  }
  return members
}

const only = (sent: unknown) => (Array.isArray(sent) && sent.length === 1 ? sent[0] : sent)

/** A single value in a list of one, and as `{ "value": … }`, is that value: so several providers write it. */
export function unwrapped(sent: unknown): unknown {
  const inner = only(sent)
  if (!isObject(inner)) return inner
  const names = Object.keys(inner)
  const value = names.find((name) => name.toLowerCase() === 'value')
  return value !== undefined && names.every((name) => name === value || name === '$ref') ? inner[value] : inner
}

/** A text or a truth; null is neither, and takes away. */
export function plainValue(form: 'text' | 'truth', sent: unknown): string | boolean | null {
  if (sent === null) return null
  if (form === 'text') {
    if (typeof sent === 'string' && sent.isWellFormed() && !sent.includes('\0')) return sent
  } else {
    if (typeof sent === 'boolean') return sent
    if (typeof sent === 'string' && /^(true|false)$/i.test(sent)) return sent.toLowerCase() === 'true'
  }
  throw new Meaningless(`${JSON.stringify(sent)} is no ${form}`)
}

/** The parts of an object, null where they are taken away. `inner` reads one of them. */
function partsOf({ parts }: Described, sent: unknown, inner: (value: unknown) => unknown = (value) => value): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const [name, value] of folded(sent)) {
    const part = spelled(parts, name)
    const form = part === undefined ? undefined : parts[part]
    if (part === undefined || form === undefined) throw new Meaningless(`no part ${name}`)
    if (form !== 'kept') read[part] = plainValue(form, inner(value))
  }
  return read
}

/** What a removal names of an object, null where it may be anything. */
export function namedParts(described: Described, sent: unknown): Record<string, unknown> {
  const value = only(sent)
  if (value === '') throw new Meaningless('a removal of nothing')
  if (typeof value === 'string' && 'value' in described.parts) return { value: plainValue('text', value) }
  const named = [...folded(value).keys()]
  if (named.length === 0) throw new Meaningless('a removal of nothing')
  const kept = named.find((name) => described.parts[spelled(described.parts, name) ?? ''] === 'kept')
  if (kept !== undefined) throw new Meaningless(`${kept} is the server's`)
  return partsOf(described, value, unwrapped)
}

/** An object of parts; a bare text is its `value`, and points to nothing. */
export function complexValue(described: Described, sent: unknown): Record<string, unknown> | null {
  const value = only(sent)
  if (value === null) return null
  if (typeof value === 'string' && 'value' in described.parts) return { value: plainValue('text', value), $ref: null }
  return partsOf(described, value, unwrapped)
}

/** One value of a list. */
export function entryValue(described: Described, sent: unknown): Entry {
  if (typeof sent === 'string' && 'value' in described.parts) return { value: plainValue('text', sent) }
  if (sent === null) throw new Unclear('nothing, as a value of a list')
  const said = Object.entries(partsOf(described, sent)).filter(([, value]) => value !== null)
  if (said.length === 0) throw new Unclear('a value of a list that says nothing')
  return Object.fromEntries(said)
}

/** The values of a list; one alone needs no list around it, and null is none. */
export function listValue(described: Described, sent: unknown): Entry[] {
  if (sent === null) return []
  return (Array.isArray(sent) ? sent : [sent]).map((each) => entryValue(described, each))
}
