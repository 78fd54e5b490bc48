import type { Reader } from '../../storage/store.ts'
import { findGroup, groupWithName } from '../../storage/tables/groups.ts'
import { groupsWithExternalId, groupsWithMember } from '../../storage/tables/synchronization/groups.ts'
import { sortedGroups } from '../../storage/tables/synchronization/sorted-pages.ts'
import { type Found, type Ordered, pageAmong, pageOf, type Search, scan } from '../search.ts'
import { folded } from '../users/user.ts'
import type { Zone } from '../zones/zone.ts'
import { type Group, groupFrom } from './group.ts'

/** A member is told by the id of the user. */
export type GroupSearch = Search<Group, 'id' | 'name' | 'externalId' | 'member'>

/** So many may share one id at their source to be found at once; more are looked for among all. */
const sharers = 1000

/**
 * A page of the groups of a zone that are found, with the number of all of them. `by` costs what it finds, however large the zone; `matches` alone judges
 * every group of the zone; neither reads the page alone.
 */
export async function searchGroups(reader: Reader, zone: Zone, search: GroupSearch): Promise<Found<Group>> {
  const { by, matches } = search
  const found = by && (await groupsBy(reader, zone.id, by))
  if (found) return pageAmong(matches ? found.filter(matches) : found, ({ name }) => folded(name), search)
  const ordered = groupsInOrder(reader, zone, search)
  if (by) return scan(ordered, (group) => group.externalId === by.value && (matches?.(group) ?? true), search)
  return matches ? scan(ordered, matches, search) : pageOf(ordered, search)
}

/** Undefined when too many share an id at their source. */
async function groupsBy(reader: Reader, zone: string, { attribute, value }: NonNullable<GroupSearch['by']>): Promise<Group[] | undefined> {
  if (attribute === 'member') return (await reader.all(groupsWithMember, { zone, user: value })).map(groupFrom)
  if (attribute === 'externalId') {
    if (value === '') return undefined
    const rows = await reader.all(groupsWithExternalId, { zone, externalId: value, limit: sharers + 1 })
    return rows.length > sharers ? undefined : rows.map(groupFrom)
  }
  const id = attribute === 'id' ? value : (await reader.first(groupWithName, { zone, nameKey: folded(value) }))?.id
  const row = id === undefined ? undefined : await reader.first(findGroup, { zone, group: id })
  return row ? [groupFrom(row)] : []
}

function groupsInOrder(reader: Reader, zone: Zone, { sort, descending }: GroupSearch): Ordered<Group> {
  const statements = sortedGroups[sort][descending ? 'descending' : 'ascending']
  return {
    total: zone.groupCount,
    page: async (offset, limit) => (await reader.all(statements.page, { zone: zone.id, offset, limit })).map(groupFrom),
    async behind({ id, createdAt: at, name }, limit) {
      return (await reader.all(statements.behind, { zone: zone.id, limit, at, key: folded(name), id })).map(groupFrom)
    },
  }
}
