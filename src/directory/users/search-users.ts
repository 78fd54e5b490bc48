import type { Reader } from '../../storage/store.ts'
import { usersWithListedValue } from '../../storage/tables/synchronization/listed-values.ts'
import { sortedUsers } from '../../storage/tables/synchronization/sorted-pages.ts'
import { usersWithExternalId } from '../../storage/tables/synchronization/users.ts'
import { findUser, userWithEmail, userWithName } from '../../storage/tables/users.ts'
import { type Found, type Ordered, pageAmong, pageOf, type Search, scan } from '../search.ts'
import type { Zone } from '../zones/zone.ts'
import { listedKey } from './listed-values.ts'
import { emailKey, folded, type User, userFrom } from './user.ts'

/** A `value` finds whose own address it is, and with `matches` who has it in a list that his source keeps with him. */
export type UserSearch = Search<User, 'id' | 'name' | 'value' | 'externalId'>

/** So many may share one id at their source, or one value, to be found at once; more are looked for among all. */
const sharers = 1000

/**
 * A page of the users of a zone that are found, with the number of all of them. `by` costs what it finds, however large the zone; `matches` alone judges
 * every user of the zone; neither reads the page alone.
 */
export async function searchUsers(reader: Reader, zone: Zone, search: UserSearch): Promise<Found<User>> {
  const { by, matches } = search
  const found = by && (await usersBy(reader, zone.id, by, matches !== undefined))
  if (found) return pageAmong(matches ? found.filter(matches) : found, ({ name }) => folded(name), search)
  const ordered = usersInOrder(reader, zone, search)
  if (by?.attribute === 'externalId') return scan(ordered, (user) => user.externalId === by.value && (matches?.(user) ?? true), search)
  return matches ? scan(ordered, matches, search) : pageOf(ordered, search)
}

/** Undefined when there are too many to be held at once. */
async function usersBy(
  reader: Reader,
  zone: string,
  { attribute, value }: NonNullable<UserSearch['by']>,
  judged: boolean,
): Promise<User[] | undefined> {
  if (attribute === 'externalId') {
    if (value === '') return undefined
    const rows = await reader.all(usersWithExternalId, { zone, externalId: value, limit: sharers + 1 })
    return rows.length > sharers ? undefined : rows.map(userFrom)
  }
  const id = attribute === 'id' ? value : await idBy(reader, zone, attribute, value)
  const row = id === undefined ? undefined : await reader.first(findUser, { zone, user: id })
  const own = row ? [userFrom(row)] : []
  if (attribute !== 'value' || !judged) return own
  const others = await usersListing(reader, zone, value)
  return others && [...own, ...others]
}

/** Who has a value in a list, other than his own address; undefined where that is not looked up, or of too many. */
async function usersListing(reader: Reader, zone: string, value: string): Promise<User[] | undefined> {
  const key = listedKey(value)
  if (key === undefined) return undefined
  const rows = await reader.all(usersWithListedValue, { zone, value: key, limit: sharers + 1 })
  return rows.length > sharers ? undefined : rows.map(userFrom)
}

async function idBy(reader: Reader, zone: string, attribute: 'name' | 'value', value: string): Promise<string | undefined> {
  if (attribute === 'name') return (await reader.first(userWithName, { zone, nameKey: folded(value) }))?.id
  const key = emailKey(value)
  return key === null ? undefined : (await reader.first(userWithEmail, { zone, emailKey: key }))?.id
}

function usersInOrder(reader: Reader, zone: Zone, { sort, descending }: UserSearch): Ordered<User> {
  const statements = sortedUsers[sort][descending ? 'descending' : 'ascending']
  return {
    total: zone.userCount,
    page: async (offset, limit) => (await reader.all(statements.page, { zone: zone.id, offset, limit })).map(userFrom),
    async behind({ id, createdAt: at, name }, limit) {
      return (await reader.all(statements.behind, { zone: zone.id, limit, at, key: folded(name), id })).map(userFrom)
    },
  }
}
