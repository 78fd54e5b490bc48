import {
  type JoiningRow,
  joiningUsers,
  type LeavingRow,
  membersAmong,
  membersBeside,
} from '../../storage/tables/synchronization/members.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import type { Zone } from '../zones/zone.ts'
import type { MemberIntent } from './member-intent.ts'

/** What an intent changes: who comes in, and who goes. */
export interface MemberDifference {
  readonly joining: readonly { readonly id: string; readonly number: number }[]
  readonly leaving: readonly LeavingRow[]
}

interface Place {
  readonly id: string
  readonly memberCount: number
}

/**
 * What of an intent is not so yet. The whole list of members is never read: deltas cost what they name, and of a whole list only what differs comes out
 * of the database. Refuses with `users_not_found`, `owners_differ`, `group_full`, `user_in_too_many_groups`.
 */
export async function judgeMembers(tx: Tx, zone: Zone, group: Place, intent: MemberIntent): Promise<MemberDifference> {
  const wanted = new Set('whole' in intent ? intent.whole : intent.add)
  const named = (users: Iterable<string>) => ({ zone: zone.id, group: group.id, users: [...users] })
  const leaving =
    'whole' in intent
      ? await tx.all(membersBeside, named(wanted))
      : await tx.all(membersAmong, named(new Set(intent.remove).difference(wanted)))
  const found = wanted.size === 0 ? [] : await tx.all(joiningUsers, named(wanted))
  const joining = requireUsers(group, found).filter(({ joined_at }) => joined_at === null)
  requireRoom(zone, group, joining, leaving.length)
  return { joining, leaving }
}

type UserRow = JoiningRow & { readonly number: number }

const isThere = (row: JoiningRow): row is UserRow => row.number !== null

function requireUsers(group: Place, found: readonly JoiningRow[]): UserRow[] {
  const users = found.filter(isThere)
  if (users.length < found.length) {
    const unknown = found.filter((row) => !isThere(row))
    throw new Refused({ fact: 'users_not_found', users: unknown.map(({ id }) => id) })
  }
  const other = users.find(({ owner }) => owner !== 'synchronized')
  if (!other) return users
  const { id: user, owner } = other
  throw new Refused({ fact: 'owners_differ', group: group.id, groupOwner: 'synchronized', user, userOwner: owner ?? '' })
}

/** Who goes makes room for who comes in. */
function requireRoom(zone: Zone, group: Place, joining: readonly JoiningRow[], leaving: number): void {
  const { usersPerGroup, groupsPerUser } = zone.quotas
  if (joining.length > 0 && group.memberCount - leaving + joining.length > usersPerGroup)
    throw new Refused({ fact: 'group_full', group: group.id, quota: usersPerGroup })
  const full = joining.find(({ group_count: groups }) => (groups ?? 0) >= groupsPerUser)
  if (full) throw new Refused({ fact: 'user_in_too_many_groups', user: full.id, quota: groupsPerUser })
}
