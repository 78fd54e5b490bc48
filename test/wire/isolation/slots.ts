import type { JsonSchema } from '../../../src/contract/derive/plain-schema.ts'

/** Values of parameters by their names; `DeleteGroup.Name` is for one operation alone. */
export type Words = Readonly<Record<string, unknown>>

/** A place in a request where something is named. */
export interface Slot {
  readonly path: readonly (string | number)[]
  readonly name: string
}

const most = 6

export function wordFor(words: Words, operation: string, name: string): unknown {
  const own = `${operation}.${name}`
  return own in words ? words[own] : words[name]
}

/** Every place of a request at which one of these words may stand. */
export function slotsOf(schema: JsonSchema, operation: string, words: Words): Slot[] {
  return within(schema, '', []).filter(({ name }) => wordFor(words, operation, name) !== undefined)
}

function within(schema: JsonSchema, name: string, path: readonly (string | number)[]): Slot[] {
  if (path.length > most) return []
  if (schema.items) return within(schema.items, name, [...path, 0])
  const members = Object.entries(schema.properties ?? {}).flatMap(([member, of]) => within(of, member, [...path, member]))
  return members.length > 0 ? members : [{ path, name }]
}

/** The smallest request that the schema takes, made of these words and of anything where they say nothing. */
export function leastOf(schema: JsonSchema, operation: string, words: Words, name = ''): unknown {
  const word = schema.properties || schema.items?.properties ? undefined : wordFor(words, operation, name)
  if (word !== undefined) return schema.items && !Array.isArray(word) ? [word] : word
  if (schema.items) return [leastOf(schema.items, operation, words, name)]
  if (schema.properties || schema.type === 'object') return leastMembers(schema, operation, words)
  if (schema.anyOf) return leastOf(schema.anyOf[0] as JsonSchema, operation, words, name)
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'integer' || schema.type === 'number') return Number(schema.minimum ?? 1)
  return schema.type === 'boolean' ? true : 'anything'
}

function leastMembers({ properties = {}, required = [] }: JsonSchema, operation: string, words: Words): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name))
  return Object.fromEntries(wanted.map(([name, of]) => [name, leastOf(of, operation, words, name)]))
}

/** The request with the word at this place, and what the schema wants around it. */
export function placed(schema: JsonSchema, operation: string, words: Words, request: unknown, path: Slot['path'], word: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return word
  if (typeof step === 'number')
    return [placed(schema.items ?? {}, operation, words, leastOf(schema.items ?? {}, operation, words), rest, word)]
  const of = schema.properties?.[step] ?? {}
  const held = (request ?? {}) as Record<string, unknown>
  return {
    ...held,
    [step]: placed(of, operation, words, held[step] ?? (rest.length > 0 ? leastOf(of, operation, words) : undefined), rest, word),
  }
}

/** The request with these words wherever its schema takes them. */
export function withWords(schema: JsonSchema, operation: string, request: unknown, words: Words): unknown {
  if (typeof request !== 'object' || request === null) return request
  if (Array.isArray(request)) return request.map((each) => withWords(schema.items ?? {}, operation, each, words))
  const held = request as Record<string, unknown>
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, of]) => {
    const word = wordFor(words, operation, name)
    if (word !== undefined) return [[name, word] as const]
    return name in held ? [[name, withWords(of, operation, held[name], words)] as const] : []
  })
  return { ...held, ...Object.fromEntries(members) }
}

/** Words of the same form that are nobody's. */
export function nobodys(words: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, nobodysWord(word)]))
}

function nobodysWord(word: unknown): unknown {
  if (typeof word === 'number')
    return Number(
      `1${String(word)
        .slice(1)
        .replaceAll(/\d/g, (digit) => String(9 - Number(digit)))}`,
    )
  if (typeof word !== 'string') return word
  if (word.includes('"')) return word.replaceAll(/"[^"]*"/g, mirrored)
  const prefix = /^(?:[a-z]{1,2}[-_]|C-|cli_|AKID|mga|\+\d{5})/.exec(word)?.[0] ?? ''
  return prefix + mirrored(word.slice(prefix.length))
}

const alphabet = '0123456789 abcdef ghijklmnopqrstuvwxyz ABCDEF GHIJKLMNOPQRSTUVWXYZ'.split(' ')

/** Each letter and digit is another one of its kind. */
function mirrored(text: string): string {
  const other = (character: string) => {
    const kind = alphabet.find((each) => each.includes(character))
    return kind ? (kind.at(-1 - kind.indexOf(character)) as string) : character
  }
  return [...text].map(other).join('')
}
