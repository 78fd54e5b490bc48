import type { Reader } from '../../storage/store.ts'
import { usersInGroups } from '../../storage/tables/memberships.ts'
import { matchingUsers } from '../../storage/tables/zone-lists.ts'
import { type Page, type PageQuery, readPage } from '../paging.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { folded, type User, userFrom } from './user.ts'

export interface UserQuery extends PageQuery {
  readonly zone: string
  readonly status?: User['status']
  readonly owner?: User['owner']
  /** Found anywhere in name, address, id or description, without regard to case. */
  readonly text?: string
}

/** One page of a zone's users by age, with the exact number of all that match. Refuses with `zone_not_found`. */
export async function listUsers(reader: Reader, query: UserQuery): Promise<Page<User>> {
  const { zone, status, owner, text } = query
  const { userCount: known } = await zoneNow(reader, zone)
  const sifted = status !== undefined || owner !== undefined || !!text
  const filter = { status: status ?? null, owner: owner ?? null, text: text ? folded(text) : null, sent: text || null }
  return readPage(reader, { list: matchingUsers, zone, filter: sifted ? filter : undefined, known }, query, userFrom)
}

/** Which of these users are in at least one of these groups. */
export async function usersThatAreIn(
  reader: Reader,
  zone: string,
  users: readonly string[],
  groups: readonly string[],
): Promise<Set<string>> {
  if (users.length === 0 || groups.length === 0) return new Set()
  return new Set((await reader.all(usersInGroups, { zone, users, groups })).map(({ id }) => id))
}
