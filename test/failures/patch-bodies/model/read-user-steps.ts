import { choiceIn } from './filters.ts'
import { operationsIn, type SentOperation } from './operations.ts'
import { type Attributes, coreAttributes, coreUrn, type Described, extensionAttributes, extensionUrn, spelled } from './user-attributes.ts'
import type { Place, Step } from './user-steps.ts'
import { complexValue, entryValue, folded, isObject, listValue, namedParts, plainValue, unwrapped } from './values.ts'
import { Meaningless } from './verdicts.ts'

/** What a PATCH body says about a user; throws `Meaningless` or `Unclear`. `id` is the user's own. */
export function userStepsIn(body: unknown, id: string): Step[] {
  return operationsIn(body).flatMap((operation) => {
    if (operation.path !== undefined) return [stepAt(operation, operation.path)]
    return [...folded(operation.value)].flatMap(([name]) => pathless(operation, name, id))
  })
}

/** One member of the value of an operation without a path: its name may be a path itself. */
function pathless(operation: SentOperation, lowerName: string, id: string): Step[] {
  const [name, value] = Object.entries(operation.value as object).find(([each]) => each.toLowerCase() === lowerName) as [string, unknown]
  if (lowerName === 'schemas' || (lowerName === 'id' && value === id)) return []
  const urns = [coreUrn, extensionUrn].map((urn) => urn.toLowerCase())
  if (urns.includes(lowerName) && isObject(value)) {
    const prefix = lowerName === urns[0] ? coreUrn : extensionUrn
    return [...folded(value)].map(([, each], index) => stepAt({ ...operation, value: each }, `${prefix}:${Object.keys(value)[index]}`))
  }
  if (lowerName.startsWith('urn:') && !urns.some((urn) => lowerName === urn || lowerName.startsWith(`${urn}:`))) return []
  return [stepAt({ ...operation, value }, name)]
}

function stepAt({ op, valued, value }: SentOperation, path: string): Step {
  const { place, described } = placeAt(path)
  if (op !== 'remove') return { op, place, valued, value: valueFor(place, described, value) }
  const named = valued ? namedAt(place, described, value) : null
  return { op, place, valued: named !== null, value: named }
}

/** What a removal with a value names of its place; null for all of it. An empty text names nothing. */
function namedAt({ part, choice }: Place, described: Described | undefined, sent: unknown): unknown {
  if (described?.form === 'list' && part === undefined && !choice) return listValue(described, sent)
  if (sent === null) return null
  if (!described) return namedAttributes(sent)
  if (described.form === 'complex' && part === undefined) return namedParts(described, sent)
  if (described.form === 'list' && part === undefined) throw new Meaningless('a filter and a value')
  const named = plainValue((part === undefined ? described.form : described.parts[part]) as 'text', unwrapped(sent))
  if (named === null || named === '') throw new Meaningless('a removal of nothing')
  return named
}

/** What a removal names of the whole extension. */
function namedAttributes(sent: unknown): object {
  const named = folded(Array.isArray(sent) && sent.length === 1 ? sent[0] : sent)
  if (named.size === 0) throw new Meaningless('a removal of nothing')
  const read = [...named].map(([name, each]): [string, unknown] => {
    const attribute = spelled(extensionAttributes, name)
    if (attribute === undefined) throw new Meaningless(`no attribute ${name}`)
    const described = extensionAttributes[attribute] as Described
    if (each === null) return [attribute, null]
    return [attribute, described.form === 'complex' ? namedParts(described, each) : plainValue('text', unwrapped(each))]
  })
  return Object.fromEntries(read)
}

function placeAt(path: string): { place: Place; described?: Described } {
  const lower = path.toLowerCase()
  const extension = lower.startsWith(extensionUrn.toLowerCase())
  if (lower === extensionUrn.toLowerCase()) return { place: { extension } }
  const prefix = extension ? extensionUrn : lower.startsWith(`${coreUrn.toLowerCase()}:`) ? coreUrn : ''
  const rest = prefix === '' ? path : path.slice(prefix.length + 1)
  const [, name = '', filter, asked] = /^([\w$-]+)(?:\[(.*)\])?(?:\.([\w$-]+))?$/s.exec(rest) ?? []
  const attributes: Attributes = extension ? extensionAttributes : coreAttributes
  const attribute = spelled(attributes, name)
  const described = attribute === undefined ? undefined : attributes[attribute]
  if (attribute === undefined || !described || described.form === 'kept') throw new Meaningless(`path ${path}`)
  if (filter !== undefined && described.form !== 'list') throw new Meaningless(`a filter at ${path}`)
  const part = asked === undefined ? undefined : spelled(described.parts, asked)
  if (asked !== undefined && (part === undefined || described.parts[part] === 'kept')) throw new Meaningless(`path ${path}`)
  const choice = filter === undefined ? undefined : choiceIn(described, filter)
  return { place: { extension, attribute, ...(choice && { choice }), ...(part !== undefined && { part }) }, described }
}

function valueFor({ part, choice }: Place, described: Described | undefined, sent: unknown): unknown {
  if (!described) return wholeExtension(sent)
  if (part !== undefined) return plainValue(described.parts[part] as 'text', unwrapped(sent))
  if (described.form === 'complex') return complexValue(described, sent)
  if (described.form !== 'list') return plainValue(described.form as 'text', unwrapped(sent))
  if (choice) return entryValue(described, Array.isArray(sent) && sent.length === 1 ? sent[0] : sent)
  return listValue(described, sent)
}

function wholeExtension(sent: unknown): object | null {
  const value = Array.isArray(sent) && sent.length === 1 ? sent[0] : sent
  if (value === null) return null
  const read: Record<string, unknown> = {}
  for (const [name, each] of folded(value)) {
    const attribute = spelled(extensionAttributes, name)
    if (attribute === undefined) throw new Meaningless(`no attribute ${name}`)
    read[attribute] = valueFor({ extension: true, attribute }, extensionAttributes[attribute], each)
  }
  return read
}
