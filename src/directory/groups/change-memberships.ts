import type { ListCommand, Submitted, Tx } from '../../storage/store.ts'
import { countMembersOfGroups } from '../../storage/tables/groups.ts'
import { deleteMemberships, insertMemberships, type MembershipFacts, membershipFacts } from '../../storage/tables/memberships.ts'
import { record } from '../record.ts'
import type { Refusal } from '../refusals.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { changesNothing, judge, type MembershipChange, Tally } from './judge-membership.ts'

/** What became of one change: done, or refused with a fact. What a refusal means is the wire's to decide. */
export type MembershipOutcome = { readonly done: true } | { readonly done: false; readonly refusal: Refusal }

type Change = Submitted<MembershipChange>

/** A change with the numbers of its group and its user, and of a removal, when the user came in. */
interface Accepted extends Change {
  readonly pair: readonly [group: number, user: number]
  readonly joinedAt: number | null
}

/**
 * Counters that change by the same amount are written with one statement; in most lists every one changes by one. Who came in and who went may make up
 * for each other: such a group is another than it was all the same.
 */
function idsByAmount(amounts: ReadonlyMap<string, number>): Map<number, string[]> {
  const ids = new Map<number, string[]>()
  for (const [id, by] of amounts) {
    const same = ids.get(by)
    if (same) same.push(id)
    else ids.set(by, [id])
  }
  return ids
}

function numbersOf({ group_number: group, user_number: user }: MembershipFacts): [number, number] {
  if (group === null || user === null) throw new Error('a change was accepted of what is not there')
  return [group, user]
}

/** Events are told in the order in which changes were judged, since who goes may make room for who comes in. */
async function apply(tx: Tx, zone: string, accepted: readonly Accepted[], tally: Tally): Promise<void> {
  const added = accepted.filter(({ joinedAt }) => joinedAt === null)
  const removed = accepted.filter(({ joinedAt }) => joinedAt !== null)
  if (added.length > 0) await tx.run(insertMemberships, { zone, rows: added.map(({ pair, origin }) => [...pair, origin.at] as const) })
  if (removed.length > 0) await tx.run(deleteMemberships, { zone, pairs: removed.map(({ pair }) => pair) })
  const at = accepted.reduce((latest, { origin }) => Math.max(latest, origin.at), 0)
  for (const [by, groups] of idsByAmount(tally.groups)) await tx.run(countMembersOfGroups, { zone, by, groups, at })
  for (const { change, origin, joinedAt } of accepted) {
    const { group: subject, user } = change
    if (joinedAt === null) record(tx, { kind: 'member_added', subject, after: { user } }, origin)
    else record(tx, { kind: 'member_removed', subject, before: { user, joinedAt } }, origin)
  }
}

/**
 * Puts users into groups of one zone and takes them out, by deltas: the cost of a change does not depend on the size of the group.
 * Outcomes refuse with `group_not_found`, `user_not_found`, `group_owned_by_sync`, `owners_differ`, `already_a_member`, `not_a_member`,
 * `group_full`, `user_in_too_many_groups`; the whole throws `zone_not_found`. To a source, what is so already is done and no change; its changes
 * refuse with `synchronization_off`, `group_not_found`, `group_kept_by_hand`, `users_not_found`, `owners_differ`, `group_full`,
 * `user_in_too_many_groups`.
 */
export const changeMemberships: ListCommand<MembershipChange, MembershipOutcome> = {
  name: 'change-memberships',
  key: ({ group, user }) => `${group} ${user}`,
  async run(tx, zoneId, list) {
    const zone = await zoneNow(tx, zoneId)
    const pairs = list.map(({ change }): [string, string, string] => [change.group, change.user, change.kind])
    const facts = await tx.all(membershipFacts, { zone: zoneId, pairs })
    const tally = new Tally()
    const accepted: Accepted[] = []
    const outcomes = list.map((submitted, index): MembershipOutcome => {
      const known = facts[index]
      if (!known) throw new Error('a change got no facts')
      const { change } = submitted
      const refusal = judge(zone, change, known, tally)
      if (refusal) return { done: false, refusal }
      if (changesNothing(change, known)) return { done: true }
      accepted.push({ ...submitted, pair: numbersOf(known), joinedAt: known.joined_at })
      tally.count(change)
      return { done: true }
    })
    await apply(tx, zoneId, accepted, tally)
    return outcomes
  },
}
