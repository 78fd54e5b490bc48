import type { Reader } from '../../storage/store.ts'
import { membersOfGroup } from '../../storage/tables/memberships.ts'
import type { Page } from '../paging.ts'
import { knownUsers, type Show } from '../users/known-users.ts'
import type { Owner } from '../users/user.ts'
import type { Zone } from '../zones/zone.ts'
import { groupNow } from './find-group.ts'

export interface GroupMember<Shown> {
  readonly user: Shown
  readonly joinedAt: number
}

/**
 * One page of a group's members, each as `show` shows it, in the order in which they were made, behind `after`. A group's members have the owner
 * that the group has, so a filter on it takes all or none. Refuses with `group_not_found`.
 */
export async function listMembers<Shown extends {}>(
  reader: Reader,
  query: { zone: Zone; group: string; owner?: Owner; after: number; limit: number },
  show: Show<Shown>,
): Promise<Page<GroupMember<Shown>, number>> {
  const { zone, limit } = query
  const group = await groupNow(reader, zone.id, query.group)
  if (query.owner && query.owner !== group.owner) return { items: [], total: 0 }
  const rows = await reader.all(membersOfGroup, { zone: zone.id, group: query.group, after: query.after, limit: limit + 1 })
  const page = rows.length > limit ? rows.slice(0, limit) : rows
  const users = await knownUsers(
    reader,
    zone,
    page.map((row) => row.user_number),
    show,
  )
  const items: GroupMember<Shown>[] = []
  page.forEach((row, index) => {
    const user = users[index]
    // Who was taken out and deleted between the two reads is no member any more.
    if (user !== undefined) items.push({ user, joinedAt: row.joined_at })
  })
  const last = page.at(-1)
  return { items, total: group.memberCount, ...(rows.length > limit && last && { next: last.user_number }) }
}
