import { allPages } from '../../kit/all-pages.ts'
import { answered, type Resource, type Source } from '../../kit/scim.ts'
import { furtherOf } from './recorded.ts'
import { groupsWith, membersIn, type ZoneModel } from './zone-model.ts'

/** A zone as the source sees it: from groups and from users. */
export async function sourceView({ scim }: Pick<Source, 'scim'>): Promise<object> {
  const users = await everything({ scim }, '/Users?attributes=userName,active,displayName,externalId,ims,groups')
  const groups = await everything({ scim }, '/Groups?attributes=displayName,externalId,members')
  const ids = (list: { value: string }[] = []) => list.map(({ value }) => value).sort()
  return {
    users: byId(
      users.map(({ id, userName, active, displayName, externalId, ims, groups: joined }) => [
        id,
        userName,
        active,
        displayName,
        externalId,
        furtherOf(ims),
        ids(joined),
      ]),
    ),
    groups: byId(groups.map(({ id, displayName, externalId, members }) => [id, displayName, externalId, ids(members)])),
  }
}

export function sourceViewOf(model: ZoneModel): object {
  const given = (text: string) => (text === '' ? undefined : text)
  return {
    users: byId(
      [...model.users].map(([id, { name, status, displayName, externalId, further }]) => {
        return [id, name, status === 'enabled', given(displayName), given(externalId), further, groupsWith(model, id).sort()]
      }),
    ),
    groups: byId([...model.groups].map(([id, { name, externalId }]) => [id, name, given(externalId), [...membersIn(model, id)].sort()])),
  }
}

/** Who is found by an address, in order of ids. */
export async function usersWith(source: Pick<Source, 'scim'>, address: string): Promise<string[]> {
  const found = await everything(source, `/Users?attributes=id&filter=${encodeURIComponent(`ims.value eq "${address.toUpperCase()}"`)}`)
  return found.map(({ id }) => id).sort()
}

export const usersWithOf = (model: ZoneModel, address: string): string[] =>
  [...model.users].flatMap(([id, { further }]) => (further.split(' ').includes(address) ? [id] : [])).sort()

const byId = (rows: unknown[][]) => rows.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))

async function everything({ scim }: Pick<Source, 'scim'>, path: string): Promise<Resource[]> {
  const found: Resource[] = []
  for (;;) {
    const { body } = await answered(scim('GET', `${path}&startIndex=${found.length + 1}&count=100`), 200)
    found.push(...(body.Resources ?? []))
    if (found.length >= body.totalResults) return found
  }
}

/** The same as people see it through the vendor's official client: lists from both directions, and what is counted. */
export async function handView({ identity, zone: ZoneId }: Pick<Source, 'identity' | 'zone'>): Promise<object> {
  const page = { ZoneId, MaxResults: 100 }
  const [{ ZoneStatistics: counted }, { SCIMSynchronizationStatus: sync }] = await Promise.all([
    identity.GetZoneStatistics({ ZoneId }),
    identity.GetSCIMSynchronizationStatus({ ZoneId }),
  ])
  const users = (await allPages((token) => identity.ListUsers({ ...page, ...token }))).flatMap(({ Users = [] }) => Users)
  const groups = (await allPages((token) => identity.ListGroups({ ...page, ...token }))).flatMap(({ Groups = [] }) => Groups)
  const joined = users.map(async ({ UserId = '' }) => {
    const pages = await allPages((token) => identity.ListJoinedGroupsForUser({ ...page, UserId, ...token }))
    return pages.flatMap(({ JoinedGroups = [] }) => JoinedGroups.map(({ GroupId = '' }) => GroupId)).sort()
  })
  const members = groups.map(async ({ GroupId = '' }) => {
    const pages = await allPages((token) => identity.ListGroupMembers({ ...page, GroupId, ...token }))
    return pages.flatMap(({ GroupMembers = [] }) => GroupMembers.map(({ UserId = '' }) => UserId)).sort()
  })
  const [groupsOf, membersOf] = [await Promise.all(joined), await Promise.all(members)]
  return {
    sync,
    counted: [counted?.UserCount, counted?.GroupCount],
    users: byId(
      users.map((user, index) => [user.UserId, user.UserName, user.UserType, user.UserStatus, user.DisplayName, groupsOf[index]]),
    ),
    groups: byId(groups.map((group, index) => [group.GroupId, group.GroupName, group.GroupType, group.MemberCount, membersOf[index]])),
  }
}

export function handViewOf(model: ZoneModel): object {
  const word = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return {
    sync: model.sync ? 'Enabled' : 'Disabled',
    counted: [model.users.size, model.groups.size],
    users: byId(
      [...model.users].map(([id, { name, owner, status, displayName }]) => {
        return [id, name, word(owner), word(status), displayName, groupsWith(model, id).sort()]
      }),
    ),
    groups: byId(
      [...model.groups].map(([id, { name, owner }]) => [
        id,
        name,
        word(owner),
        membersIn(model, id).size,
        [...membersIn(model, id)].sort(),
      ]),
    ),
  }
}
