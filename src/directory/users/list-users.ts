import type { Reader } from '../../storage/store.ts'
import { usersInGroups } from '../../storage/tables/memberships.ts'
import { countMatchingUsers, type UserFilter, usersNewestFirst, usersOldestFirst } from '../../storage/tables/users.ts'
import type { Page, Position } from '../paging.ts'
import { folded, type User, userFrom } from './user.ts'

export interface UserQuery {
  readonly zone: string
  readonly status?: User['status']
  readonly owner?: User['owner']
  /** Found anywhere in name, address, id or description, without regard to case. */
  readonly text?: string
  readonly newestFirst: boolean
  readonly after?: Position
  readonly offset: number
  readonly limit: number
}

/** One page of a zone's users by age, with the exact number of all that match. */
export async function listUsers(reader: Reader, query: UserQuery): Promise<Page<User>> {
  const filter: UserFilter = {
    zone: query.zone,
    status: query.status ?? null,
    owner: query.owner ?? null,
    text: query.text ? folded(query.text) : null,
    sent: query.text || null,
  }
  const counted = await reader.first(countMatchingUsers, filter)
  const rows = await reader.all(query.newestFirst ? usersNewestFirst : usersOldestFirst, {
    ...filter,
    at: query.after?.at ?? null,
    id: query.after?.id ?? null,
    limit: query.limit + 1,
    offset: query.offset,
  })
  const items = rows.slice(0, query.limit).map(userFrom)
  const last = items.at(-1)
  return { items, total: counted?.n ?? 0, ...(rows.length > query.limit && last && { next: { at: last.createdAt, id: last.id } }) }
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
