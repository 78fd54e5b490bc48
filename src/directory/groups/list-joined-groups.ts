import type { Reader } from '../../storage/store.ts'
import { groupsOfUser } from '../../storage/tables/memberships.ts'
import type { Page } from '../paging.ts'
import { userNow } from '../users/find-user.ts'
import { groupCount } from '../users/group-count.ts'
import type { Owner } from '../users/user.ts'
import type { Group } from './group.ts'

export interface JoinedGroup extends Pick<Group, 'id' | 'name' | 'description' | 'owner'> {
  readonly joinedAt: number
}

/** One page of the groups that a user is in, in the order in which they were made, behind `after`. Refuses with `user_not_found`. */
export async function listJoinedGroups(
  reader: Reader,
  query: { zone: string; user: string; after: number; limit: number },
): Promise<Page<JoinedGroup, number>> {
  await userNow(reader, query.zone, query.user)
  const rows = await reader.all(groupsOfUser, { ...query, limit: query.limit + 1 })
  const items = rows.slice(0, query.limit).map((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    owner: row.owner as Owner,
    joinedAt: row.joined_at,
  }))
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return { items, total: await groupCount(reader, query.zone, query.user), ...(last && { next: last.number }) }
}
