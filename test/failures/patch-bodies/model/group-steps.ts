import { comparisonsIn, textIn } from './filters.ts'
import { operationsIn, type SentOperation } from './operations.ts'
import { folded, isObject, unwrapped } from './values.ts'
import { Meaningless, Unclear } from './verdicts.ts'

/** A group as a client sees it. */
export interface GroupState {
  readonly name: string
  readonly externalId: string
  readonly members: ReadonlySet<string>
}

/** One change that a client means, however it wrote it. */
export type GroupStep =
  | { readonly kind: 'add' | 'replace' | 'remove'; readonly users: readonly string[] }
  | { readonly kind: 'removeAll' }
  | { readonly kind: 'name' | 'externalId'; readonly value: string }
  /** Where it is this one. */
  | { readonly kind: 'removeExternalId'; readonly named: string }

export function groupAfter(state: GroupState, step: GroupStep): GroupState {
  if ('named' in step) return state.externalId === step.named ? { ...state, externalId: '' } : state
  if ('value' in step) return { ...state, [step.kind]: step.value }
  if (step.kind === 'removeAll') return { ...state, members: new Set() }
  const users = new Set<string>(step.users)
  if (step.kind === 'replace') return { ...state, members: users }
  return { ...state, members: step.kind === 'add' ? state.members.union(users) : state.members.difference(users) }
}

export const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** What a PATCH body says about a group; throws `Meaningless` or `Unclear`. `id` is the group's own. */
export function groupStepsIn(body: unknown, id: string): GroupStep[] {
  return operationsIn(body).flatMap((operation) =>
    operation.path === undefined ? pathless(operation, operation.value, id) : [stepAt(operation, operation.path)],
  )
}

function pathless(operation: SentOperation, value: unknown, id: string): GroupStep[] {
  folded(value)
  return Object.entries(value as object).flatMap(([name, each]): GroupStep[] => {
    const lower = name.toLowerCase()
    if (lower === 'schemas' || (lower === 'id' && each === id)) return []
    if (lower === groupUrn.toLowerCase() && isObject(each)) {
      folded(each)
      return Object.entries(each).map(([own, inner]) => stepAt({ ...operation, value: inner }, `${groupUrn}:${own}`))
    }
    if (/^urn:/i.test(name) && !lower.startsWith(`${groupUrn.toLowerCase()}:`) && lower !== groupUrn.toLowerCase()) return []
    return [stepAt({ ...operation, value: each }, name)]
  })
}

function stepAt({ op, valued, value }: SentOperation, path: string): GroupStep {
  const prefix = path.toLowerCase().startsWith(`${groupUrn.toLowerCase()}:`) ? groupUrn.length + 1 : 0
  const [, name = '', filter] = /^(\w+)(?:\[(.*)\])?$/s.exec(path.slice(prefix)) ?? []
  const attribute = name.toLowerCase()
  if (attribute === 'members') return membersAt({ op, valued, value }, filter)
  if (filter !== undefined) throw new Meaningless(path)
  if (attribute === 'externalid' && op === 'remove' && valued && value !== null) return { kind: 'removeExternalId', named: namedId(value) }
  if (attribute === 'externalid') return { kind: 'externalId', value: op === 'remove' ? '' : externalIdIn(unwrapped(value)) }
  if (attribute !== 'displayname' || op === 'remove') throw new Meaningless(path)
  return { kind: 'name', value: nameIn(unwrapped(value)) }
}

function namedId(sent: unknown): string {
  const named = unwrapped(sent)
  if (typeof named !== 'string' || named === '' || !named.isWellFormed() || named.includes('\0'))
    throw new Meaningless('a removal of no id')
  return named
}

function membersAt({ op, valued, value }: SentOperation, filter: string | undefined): GroupStep {
  if (filter !== undefined) {
    if (op !== 'remove' || (valued && value !== null)) throw new Meaningless('a filter with a value')
    return { kind: 'remove', users: comparisonsIn(filter).map(onlyId) }
  }
  if (op === 'remove' && !valued) return { kind: 'removeAll' }
  const users = (Array.isArray(value) ? value : [value]).map(memberIn)
  if (op === 'remove' && users.length === 0) throw new Meaningless('a removal of nobody')
  return { kind: op, users }
}

function onlyId(all: ReturnType<typeof comparisonsIn>[number]): string {
  const [first, ...more] = all
  if (!first || more.length > 0 || first.name.toLowerCase() !== 'value' || first.operator !== 'eq')
    throw new Meaningless('a filter of something else')
  if (!first.literal.startsWith('"')) throw new Meaningless('a filter without a text')
  return idIn(textIn(first.literal))
}

/** A member is an object with a `value`, and may bring what else the schema has of a member; or it is the bare id. */
function memberIn(sent: unknown): string {
  if (typeof sent === 'string') return idIn(sent)
  const members = folded(sent)
  for (const name of members.keys())
    if (!['value', '$ref', 'type', 'display'].includes(name)) throw new Meaningless(`a member with ${name}`)
  const type = members.get('type') ?? 'User'
  if (typeof type !== 'string' || type.toLowerCase() !== 'user') throw new Meaningless('a member of another type')
  return idIn(members.get('value'))
}

/** Whoever writes several ids, a list or nothing in one text must not be told that they are out of the group. */
function idIn(sent: unknown): string {
  if (typeof sent !== 'string' || sent === '' || /[\s,;[\]{}"'\0]/.test(sent)) throw new Meaningless(`no id: ${JSON.stringify(sent)}`)
  if (!/^[\w-]{1,64}$/.test(sent)) throw new Unclear(`perhaps an id: ${sent}`)
  return sent
}

function nameIn(sent: unknown): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a name may not have
  const good = typeof sent === 'string' && sent.trim() !== '' && [...sent].length <= 128 && !/[\u0000-\u001f\u007f]/.test(sent)
  if (!good || !sent.isWellFormed()) throw new Meaningless(`no name: ${JSON.stringify(sent)}`)
  return sent
}

function externalIdIn(sent: unknown): string {
  if (sent === null) return ''
  if (typeof sent !== 'string' || [...sent].length > 256 || !sent.isWellFormed() || sent.includes('\0'))
    throw new Meaningless('no externalId')
  return sent
}
