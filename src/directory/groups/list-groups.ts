import type { Reader } from '../../storage/store.ts'
import { groupsWithUsers } from '../../storage/tables/memberships.ts'
import { matchingGroups } from '../../storage/tables/zone-lists.ts'
import { type Page, type PageQuery, readPage } from '../paging.ts'
import { folded, type Owner } from '../users/user.ts'
import { type Group, groupFrom } from './group.ts'

export interface GroupQuery extends PageQuery {
  readonly zone: string
  readonly owner?: Owner
  /** Compared with the name, without regard to case. */
  readonly name?: { readonly match: 'contains' | 'equals' | 'starts'; readonly text: string }
}

/** One page of a zone's groups by age, with the exact number of all that match. */
export async function listGroups(reader: Reader, query: GroupQuery): Promise<Page<Group>> {
  const filter = {
    zone: query.zone,
    owner: query.owner ?? null,
    match: query.name?.match ?? null,
    text: query.name ? folded(query.name.text) : null,
  }
  return readPage(reader, matchingGroups, filter, query, groupFrom)
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
