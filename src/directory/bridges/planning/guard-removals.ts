import type { Refusal } from '../../refusals.ts'
import type { Bridge, Removed } from '../bridge.ts'
import { holding, type Item, keyOf, takesFrom, takesUser } from './plan.ts'
import type { Actual, LinkedGroup } from './sides.ts'

/** What may go beyond the share: the groups of these ids, users, or all. */
export interface Allowance {
  readonly groups: ReadonlySet<string>
  readonly users: boolean
  readonly all: boolean
}

export const noAllowance: Allowance = { groups: new Set(), users: false, all: false }

/** So many may go from a group whatever its size: a small team loses a fifth with one person. Our choice. */
const alwaysFree = 5

/** What went within this time counts together: a group must not be emptied in small steps either. Our choice. */
const windowMs = 24 * 60 * 60_000

/** How many went in the window that is open now. */
export function recently({ count, since }: Removed, now: number): Removed {
  return now - since < windowMs ? { count, since } : { count: 0, since: now }
}

interface Guarding {
  readonly bridge: Pick<Bridge, 'removalShare' | 'removed' | 'mapping'>
  readonly actual: Actual
  readonly allowance: Allowance
  readonly now: number
}

/** Holds back what would take more than the set share of a group, or of all users, unless that is allowed. */
export function guardRemovals(items: readonly Item[], guarding: Guarding): Item[] {
  const byGroup = guardGroups(items, guarding)
  return guardUsers(byGroup, guarding)
}

function exceeds(removals: number, members: number, { count }: Removed, share: number): boolean {
  const all = removals + count
  return all > alwaysFree && all > share * (members + count)
}

function guardGroups(items: readonly Item[], { bridge, actual, allowance, now }: Guarding): Item[] {
  const linked = new Map([...actual.groups.values(), ...actual.orphans.values()].map((group) => [group.id, group]))
  const leaving = Map.groupBy(items.filter(takesFrom), groupId)
  const held = new Map<string, Refusal>()
  for (const [id, removals] of leaving) {
    const group = id === null ? undefined : linked.get(id)
    if (!group || isAllowed(allowance, group)) continue
    const going = removals[0]?.kind === 'delete_group' ? group.memberCount : removals.length
    if (!exceeds(going, group.memberCount, recently(group.removed, now), bridge.removalShare)) continue
    const { memberCount: members } = group
    held.set(group.id, { fact: 'bridge_removals_held', group: group.id, removals: going, members, share: bridge.removalShare })
  }
  return items.map((item) => {
    if (!takesFrom(item)) return item
    const id = groupId(item)
    const group = id === null ? undefined : linked.get(id)
    if (group && item.state === 'held' && isAllowed(allowance, group)) return { ...item, state: 'ready', refusal: undefined } as Item
    const refusal = group && item.state === 'ready' ? held.get(group.id) : undefined
    return refusal ? holding(item, refusal) : item
  })
}

function isAllowed({ all, groups }: Allowance, { id }: LinkedGroup): boolean {
  return all || groups.has(id)
}

function groupId({ kind, target, group }: Item): string | null {
  return kind === 'delete_group' ? target : (group?.target ?? null)
}

function guardUsers(items: readonly Item[], { bridge, actual, allowance, now }: Guarding): Item[] {
  const allowed = allowance.all || allowance.users
  if (allowed)
    return items.map((item) =>
      takesUser(item) && item.state === 'held' ? ({ ...item, state: 'ready', refusal: undefined } as Item) : item,
    )
  const recent = recently(bridge.removed, now)
  const removals = items.filter((item) => takesUser(item) && item.state === 'ready').length
  // Who was disabled is still counted among the users; who was deleted is not.
  const gone = bridge.mapping.leavers === 'delete' ? recent : { ...recent, count: 0 }
  const tooMany = removals + recent.count > alwaysFree && removals + recent.count > bridge.removalShare * (actual.userCount + gone.count)
  const refusal: Refusal = { fact: 'bridge_users_held', removals, users: actual.userCount, share: bridge.removalShare }
  const stays = stayingMembers(items)
  return items.map((item) => {
    if (!takesUser(item) || item.state !== 'ready') return item
    const why = tooMany ? refusal : item.kind === 'delete_user' ? stays.get(item.source ? keyOf(item.source) : '') : undefined
    return why ? holding(item, why) : item
  })
}

/** People whose leaving of a group is held: to delete their users would take them out all the same. */
function stayingMembers(items: readonly Item[]): Map<string, Refusal> {
  const stays = new Map<string, Refusal>()
  for (const { kind, state, source, refusal } of items) {
    if (kind === 'remove_member' && state === 'held' && source && refusal) stays.set(keyOf(source), refusal)
  }
  return stays
}
