import type { Reader } from '../../storage/store.ts'
import { countMatchingGroups, type GroupFilter, groupsNewestFirst, groupsOldestFirst } from '../../storage/tables/groups.ts'
import { groupsWithUsers } from '../../storage/tables/memberships.ts'
import type { Page, Position } from '../paging.ts'
import { folded, type Owner } from '../users/user.ts'
import { type Group, groupFrom } from './group.ts'

export interface GroupQuery {
  readonly zone: string
  readonly owner?: Owner
  /** Compared with the name, without regard to case. */
  readonly name?: { readonly match: 'contains' | 'equals' | 'starts'; readonly text: string }
  readonly newestFirst: boolean
  readonly after?: Position
  readonly offset: number
  readonly limit: number
}

/** One page of a zone's groups by age, with the exact number of all that match. */
export async function listGroups(reader: Reader, query: GroupQuery): Promise<Page<Group>> {
  const filter: GroupFilter = {
    zone: query.zone,
    owner: query.owner ?? null,
    match: query.name?.match ?? null,
    text: query.name ? folded(query.name.text) : null,
  }
  const counted = await reader.first(countMatchingGroups, filter)
  const rows = await reader.all(query.newestFirst ? groupsNewestFirst : groupsOldestFirst, {
    ...filter,
    at: query.after?.at ?? null,
    id: query.after?.id ?? null,
    limit: query.limit + 1,
    offset: query.offset,
  })
  const items = rows.slice(0, query.limit).map(groupFrom)
  const last = items.at(-1)
  return { items, total: counted?.n ?? 0, ...(rows.length > query.limit && last && { next: { at: last.createdAt, id: last.id } }) }
}

/** Which of these groups hold at least one of these users. */
export async function groupsThatHold(
  reader: Reader,
  zone: string,
  groups: readonly string[],
  users: readonly string[],
): Promise<Set<string>> {
  if (groups.length === 0 || users.length === 0) return new Set()
  return new Set((await reader.all(groupsWithUsers, { zone, users, groups })).map(({ id }) => id))
}
