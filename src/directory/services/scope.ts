import type { Reader } from '../../storage/store.ts'
import { membersMeant, nodesMeant } from '../../storage/tables/service-delegations.ts'
import { Refused } from '../refusals.ts'
import type { Delegation, Scope } from './delegation.ts'

/** What a limited scope consists of, by name. */
export interface NamedScope {
  readonly members: readonly { readonly uin: number; readonly name: string }[]
  readonly nodes: readonly { readonly id: number; readonly name: string }[]
}

/** The same scope, each number once and in order. */
export function ordered(scope: Scope): Scope {
  const once = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b)
  return scope.kind === 'all' ? scope : { kind: 'part', uins: once(scope.uins), nodes: once(scope.nodes) }
}

/** Everything that a scope names must be of the organization. Refuses with `scope_empty`, `member_not_found`, `node_not_found`. */
export async function requireWithin(reader: Reader, organization: number, scope: Scope): Promise<void> {
  if (scope.kind === 'all') return
  if (scope.uins.length + scope.nodes.length === 0) throw new Refused({ fact: 'scope_empty' })
  const members = await reader.all(membersMeant, { organization, uins: scope.uins })
  const stranger = missing(
    scope.uins,
    members.map(({ uin }) => uin),
  )
  if (stranger !== undefined) throw new Refused({ fact: 'member_not_found', uin: stranger })
  const nodes = await reader.all(nodesMeant, { organization, nodes: scope.nodes })
  const node = missing(
    scope.nodes,
    nodes.map(({ id }) => id),
  )
  if (node !== undefined) throw new Refused({ fact: 'node_not_found', node })
}

function missing(asked: readonly number[], found: readonly number[]): number | undefined {
  const known = new Set(found)
  return asked.find((one) => !known.has(one))
}

/**
 * Who and what a delegation is limited to now, in the order of their numbers; nothing when it is not limited. A member that left is not in it,
 * and does not come back into it by joining again.
 */
export async function namedScope(reader: Reader, { organization, scope, updatedAt }: Delegation): Promise<NamedScope> {
  if (scope.kind === 'all') return { members: [], nodes: [] }
  const members = await reader.all(membersMeant, { organization, uins: scope.uins })
  const nodes = await reader.all(nodesMeant, { organization, nodes: scope.nodes })
  return {
    members: members
      .filter((member) => member.joined_at <= updatedAt)
      .map(({ uin, name }) => ({ uin, name }))
      .sort((a, b) => a.uin - b.uin),
    nodes: nodes
      .filter((node) => node.created_at <= updatedAt)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.id - b.id),
  }
}

/** The scope so far as it still holds. */
export async function scopeNow(reader: Reader, delegation: Delegation): Promise<Scope> {
  if (delegation.scope.kind === 'all') return delegation.scope
  const { members, nodes } = await namedScope(reader, delegation)
  return { kind: 'part', uins: members.map(({ uin }) => uin), nodes: nodes.map(({ id }) => id) }
}
