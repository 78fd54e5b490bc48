import type { Reader } from '../../storage/store.ts'
import { membersOfGroup } from '../../storage/tables/memberships.ts'
import type { Page } from '../paging.ts'
import type { Owner, User } from '../users/user.ts'
import { groupNow } from './find-group.ts'

export interface GroupMember extends Pick<User, 'id' | 'name' | 'displayName' | 'description' | 'email' | 'status' | 'owner'> {
  readonly joinedAt: number
}

/**
 * One page of a group's members in the order of their ids, behind `after`. A group's members have the owner that the group has,
 * so a filter on it takes all or none. Refuses with `group_not_found`.
 */
export async function listMembers(
  reader: Reader,
  query: { zone: string; group: string; owner?: Owner; after: string; limit: number },
): Promise<Page<GroupMember, string>> {
  const group = await groupNow(reader, query.zone, query.group)
  if (query.owner && query.owner !== group.owner) return { items: [], total: 0 }
  const rows = await reader.all(membersOfGroup, { zone: query.zone, group: query.group, after: query.after, limit: query.limit + 1 })
  const items = rows.slice(0, query.limit).map((row) => ({
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    description: row.description,
    email: row.email,
    status: row.status as User['status'],
    owner: row.owner as Owner,
    joinedAt: row.joined_at,
  }))
  const last = items.at(-1)
  return { items, total: group.memberCount, ...(rows.length > query.limit && last && { next: last.id }) }
}
