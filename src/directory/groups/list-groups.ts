import type { Reader } from '../../storage/store.ts'
import { findGroup, groupWithName } from '../../storage/tables/groups.ts'
import { groupsWithUsers } from '../../storage/tables/memberships.ts'
import { matchingGroups } from '../../storage/tables/zone-lists.ts'
import { type Page, type PageQuery, readPage } from '../paging.ts'
import { folded, type Owner } from '../users/user.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { type Group, groupFrom } from './group.ts'

export interface GroupQuery extends PageQuery {
  readonly zone: string
  readonly owner?: Owner
  /** Compared with the name, without regard to case. */
  readonly name?: { readonly match: 'contains' | 'equals' | 'starts'; readonly text: string }
}

/** One page of a zone's groups by age, with the exact number of all that match. Refuses with `zone_not_found`. */
export async function listGroups(reader: Reader, query: GroupQuery): Promise<Page<Group>> {
  const { zone, owner, name } = query
  const { groupCount: known } = await zoneNow(reader, zone)
  const text = name ? folded(name.text) : null
  if (name?.match === 'equals') {
    const found = (await groupsNamed(reader, zone, text ?? '')).filter((group) => owner === undefined || group.owner === owner)
    return { items: query.after ? [] : found.slice(query.offset), total: found.length }
  }
  const filter = owner === undefined && !name ? undefined : { owner: owner ?? null, match: name?.match ?? null, text }
  return readPage(reader, { list: matchingGroups, zone, filter, known }, query, groupFrom)
}

/** The group with this folded name, if there is one. */
async function groupsNamed(reader: Reader, zone: string, nameKey: string): Promise<Group[]> {
  const named = await reader.first(groupWithName, { zone, nameKey })
  const row = named && (await reader.first(findGroup, { zone, group: named.id }))
  return row ? [groupFrom(row)] : []
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
