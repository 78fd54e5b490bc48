import { groupsOfUsers } from '../../../directory/groups/groups-of-users.ts'
import { searchUsers, type UserSearch } from '../../../directory/users/search-users.ts'
import type { User } from '../../../directory/users/user.ts'
import type { Call } from '../call.ts'
import { compileFilter } from '../filter/compile-filter.ts'
import { conjunctsOf, equalityOf } from '../filter/conjuncts.ts'
import type { Filter } from '../filter/filter.ts'
import { invalidFilter } from '../filter/invalid-filter.ts'
import { namesAttribute } from '../filter/names-attribute.ts'
import type { Found } from '../lists/list-answer.ts'
import type { ListQuery } from '../lists/list-query.ts'
import { sortOf } from '../lists/sorting.ts'
import { project } from '../projection/project.ts'
import type { Projection } from '../projection/projection.ts'
import { byName } from '../schemas/attribute-path.ts'
import { type ResourceType, userType } from '../schemas/resource-type.ts'
import { userSchema } from '../schemas/user.ts'
import { userResource } from './user-resource.ts'

/** One page of the users that are as a query asks. The filter may name attributes of `others` too, of which a user has no values. */
export async function foundUsers(
  { zone, session, base }: Call,
  query: ListQuery,
  projection: Projection,
  others: readonly ResourceType[] = [],
): Promise<Found> {
  const search: UserSearch = {
    ...(query.filter && judged(query.filter, base, others)),
    sort: sortOf(userType, query.sortBy),
    descending: query.descending,
    offset: query.startIndex - 1,
    limit: query.count,
  }
  return session.read(async (reader) => {
    const { items, total } = await searchUsers(reader, zone, search)
    const ids = items.map(({ id }) => id)
    const groups = projection.shows('groups') ? await groupsOfUsers(reader, zone.id, ids) : undefined
    const resources = items.map((user) => project(userResource(user, groups && (groups.get(user.id) ?? []), base), projection))
    return { resources, total }
  })
}

function judged(filter: Filter, base: string, others: readonly ResourceType[]): Pick<UserSearch, 'by' | 'matches'> {
  if (namesAttribute(filter, userType, 'groups')) {
    throw invalidFilter(
      'groups cannot be filtered by; read the members of the group instead',
      '不支持按 groups 过滤，请改为读取该用户组的成员',
    )
  }
  const test = compileFilter(filter, userType, others)
  const matches = (user: User) => test(userResource(user, undefined, base))
  const by = indexOf(filter)
  return { ...(by && { by }), matches }
}

const indexed: Readonly<Record<string, NonNullable<UserSearch['by']>['attribute']>> = {
  id: 'id',
  userName: 'name',
  externalId: 'externalId',
}

/** What leads to few users without reading all of them: an id before a name, and so on; a value of a list last. */
function indexOf(filter: Filter): UserSearch['by'] {
  const asked = conjunctsOf(filter).flatMap((part) => equalityOf(part, userType) ?? [])
  for (const [name, attribute] of Object.entries(indexed)) {
    const found = asked.find((each) => each.attribute === name && each.value !== '')
    if (found) return { attribute, value: found.value }
  }
  const listed = asked.find((each) => byName(userSchema.attributes, each.attribute)?.multiValued && each.value !== '')
  return listed && { attribute: 'value', value: listed.value }
}
