import type { Group } from '../../../directory/groups/group.ts'
import { membersOf } from '../../../directory/groups/members-of.ts'
import { type GroupSearch, searchGroups } from '../../../directory/groups/search-groups.ts'
import type { Reader } from '../../../directory/session.ts'
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
import { groupType, type ResourceType } from '../schemas/resource-type.ts'
import { scimError } from '../scim-error.ts'
import { groupResource, type Member } from './group-resource.ts'

/** Members that one list shows at most. */
const mostMembers = 100_000

/**
 * One page of the groups that are as a query asks; with their members only where they are asked for by name. The filter may name attributes of
 * `others` too, of which a group has no values.
 */
export async function foundGroups(
  { zone, session, base }: Call,
  query: ListQuery,
  projection: Projection,
  others: readonly ResourceType[] = [],
): Promise<Found> {
  const search: GroupSearch = {
    ...(query.filter && judged(query.filter, base, others)),
    sort: sortOf(groupType, query.sortBy),
    descending: query.descending,
    offset: query.startIndex - 1,
    limit: query.count,
  }
  return session.read(async (reader) => {
    const { items, total } = await searchGroups(reader, zone, search)
    const members = projection.asksFor('members') ? await membersOfAll(reader, zone.id, items) : undefined
    return { resources: items.map((group) => project(groupResource(group, members?.get(group.id), base), projection)), total }
  })
}

async function membersOfAll(reader: Reader, zone: string, groups: readonly Group[]): Promise<Map<string, Member[]>> {
  if (groups.reduce((sum, { memberCount }) => sum + memberCount, 0) > mostMembers) {
    throw scimError(
      'tooMany',
      `The groups of this page have more than ${mostMembers} members. Ask for fewer groups with count, or read them one by one.`,
      `本页用户组的成员超过 ${mostMembers} 个，请用 count 减少数量，或逐个读取用户组。`,
    )
  }
  const members = new Map<string, Member[]>()
  for (const { id } of groups) members.set(id, await membersOf(reader, zone, id))
  return members
}

/** Who is in a group is found through an index, and can be asked once beside everything else. */
function judged(filter: Filter, base: string, others: readonly ResourceType[]): Pick<GroupSearch, 'by' | 'matches'> {
  const parts = conjunctsOf(filter)
  const member = parts.find((part) => memberIn(part) !== undefined)
  const rest = parts.filter((part) => part !== member)
  if (rest.some((part) => namesAttribute(part, groupType, 'members'))) {
    throw invalidFilter(
      'of members only one `members.value eq "…"` can be asked, alone or with and beside it',
      'members 只支持一个 members.value eq "…" 条件，可与其他条件以 and 连接',
    )
  }
  const by = member ? memberIn(member) : indexOf(rest)
  if (rest.length === 0) return by ? { by } : {}
  const test = compileFilter({ kind: 'and', parts: rest }, groupType, others)
  return { ...(by && { by }), matches: (group) => test(groupResource(group, undefined, base)) }
}

/** `members.value eq "…"` or `members[value eq "…"]`, and nothing more: nothing would judge the rest. */
function memberIn(part: Filter): GroupSearch['by'] {
  if (part.kind === 'within' && part.part.kind !== 'compare') return undefined
  const asked = equalityOf(part, groupType)
  return asked?.attribute === 'members' ? { attribute: 'member', value: asked.value } : undefined
}

const indexed: Readonly<Record<string, NonNullable<GroupSearch['by']>['attribute']>> = {
  id: 'id',
  displayName: 'name',
  externalId: 'externalId',
}

function indexOf(parts: readonly Filter[]): GroupSearch['by'] {
  const asked = parts.flatMap((part) => equalityOf(part, groupType) ?? [])
  for (const [name, attribute] of Object.entries(indexed)) {
    const found = asked.find((each) => each.attribute === name && each.value !== '')
    if (found) return { attribute, value: found.value }
  }
  return undefined
}
