import type { MembershipFacts } from '../../storage/tables/memberships.ts'
import { keptBySource } from '../invariants/ownership.ts'
import type { Refusal } from '../refusals.ts'
import type { Owner } from '../users/user.ts'
import type { Zone } from '../zones/zone.ts'

export interface MembershipChange {
  readonly kind: 'add' | 'remove'
  readonly group: string
  readonly user: string
  /** Who asks: people, when it is left out. */
  readonly by?: 'source'
}

/** What the accepted changes of one list add to the counts of groups and users. */
export class Tally {
  readonly groups = new Map<string, number>()
  readonly users = new Map<string, number>()

  count(change: MembershipChange): void {
    const by = change.kind === 'add' ? 1 : -1
    this.groups.set(change.group, (this.groups.get(change.group) ?? 0) + by)
    this.users.set(change.user, (this.users.get(change.user) ?? 0) + by)
  }
}

function judgeAddition(zone: Zone, { group, user }: MembershipChange, facts: MembershipFacts, tally: Tally): Refusal | undefined {
  const { group_owner: groupOwner, user_owner: userOwner } = facts
  if (groupOwner === null) return { fact: 'group_not_found', group }
  if (userOwner === null) return { fact: 'user_not_found', user }
  if (keptBySource(zone, groupOwner as Owner)) {
    // A user of the source could join through it; anybody else can't be in this group at all.
    return { fact: 'group_owned_by_sync', group, attempted: userOwner === 'synchronized' ? 'add_user' : 'update' }
  }
  if (groupOwner !== userOwner) return { fact: 'owners_differ', group, groupOwner, user, userOwner }
  if (facts.joined_at !== null) return { fact: 'already_a_member', group, user }
  return judgeRoom(zone, { group, user }, facts, tally)
}

function judgeRoom(
  zone: Zone,
  { group, user }: Pick<MembershipChange, 'group' | 'user'>,
  facts: MembershipFacts,
  tally: Tally,
): Refusal | undefined {
  const { usersPerGroup, groupsPerUser } = zone.quotas
  if ((facts.member_count ?? 0) + (tally.groups.get(group) ?? 0) >= usersPerGroup)
    return { fact: 'group_full', group, quota: usersPerGroup }
  if ((facts.group_count ?? 0) + (tally.users.get(user) ?? 0) >= groupsPerUser) {
    return { fact: 'user_in_too_many_groups', user, quota: groupsPerUser }
  }
  return undefined
}

function judgeRemoval(zone: Zone, { group, user }: MembershipChange, facts: MembershipFacts): Refusal | undefined {
  if (facts.group_owner === null) return { fact: 'group_not_found', group }
  const isMember = facts.joined_at !== null
  if (keptBySource(zone, facts.group_owner as Owner)) {
    return { fact: 'group_owned_by_sync', group, attempted: isMember ? 'remove_user' : 'update' }
  }
  return isMember ? undefined : { fact: 'not_a_member', group, user }
}

/** What a source asks for may be so already: then it is no change, and no refusal. */
function judgeSource(zone: Zone, { kind, group, user }: MembershipChange, facts: MembershipFacts, tally: Tally): Refusal | undefined {
  if (zone.synchronization !== 'enabled') return { fact: 'synchronization_off', zone: zone.id }
  const { group_owner: groupOwner, user_owner: userOwner } = facts
  if (groupOwner === null) return { fact: 'group_not_found', group }
  if (groupOwner !== 'synchronized') return { fact: 'group_kept_by_hand', group, attempted: 'update' }
  if (kind === 'remove') return undefined
  if (userOwner === null) return { fact: 'users_not_found', users: [user] }
  if (userOwner !== groupOwner) return { fact: 'owners_differ', group, groupOwner, user, userOwner }
  return facts.joined_at === null ? judgeRoom(zone, { group, user }, facts, tally) : undefined
}

/** Whether what a source asks for is so already. People are told of it. */
export function changesNothing({ kind, by }: MembershipChange, { joined_at: joinedAt }: MembershipFacts): boolean {
  return by === 'source' && (kind === 'add') === (joinedAt !== null)
}

/** Why a change can't be made, or nothing. Counts what the same list already took. */
export function judge(zone: Zone, change: MembershipChange, facts: MembershipFacts, tally: Tally): Refusal | undefined {
  if (change.by === 'source') return judgeSource(zone, change, facts, tally)
  return change.kind === 'add' ? judgeAddition(zone, change, facts, tally) : judgeRemoval(zone, change, facts)
}
