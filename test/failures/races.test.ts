import { expect, test } from 'vitest'
import { eventsOf, newGroup, newOrganization, newUser, newZone, unique, withGroup } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { callers, clientsOf, tally } from './callers.ts'

const kinds = (events: { kind: string }[]) => events.map(({ kind }) => kind)

onEveryEngine(`${callers} identical calls at once`, (engine) => {
  test('AddUserToGroup, then RemoveUserFromGroup: one succeeds, the others are told why not', async () => {
    const servers = await startSideBySide(engine)
    const place = await newZone(servers[0])
    const clients = clientsOf(place, servers)
    const ids = { ZoneId: place.zone, GroupId: await newGroup(place), UserId: await newUser(place) }
    const state = async () => {
      const { GroupInfo } = await place.client.GetGroup({ ZoneId: place.zone, GroupId: ids.GroupId })
      const members = await place.client.ListGroupMembers({ ZoneId: place.zone, GroupId: ids.GroupId })
      const joined = await place.client.ListJoinedGroupsForUser({ ZoneId: place.zone, UserId: ids.UserId })
      return [GroupInfo?.MemberCount, members.TotalCounts, members.GroupMembers?.length, joined.TotalCounts, joined.JoinedGroups?.length]
    }

    expect(await tally(clients.map((client) => client.AddUserToGroup(ids)))).toEqual({
      OK: 1,
      'InvalidParameter.GroupUserAlreadyExists': callers - 1,
    })
    expect(await state()).toEqual([1, 1, 1, 1, 1])
    expect(kinds(await eventsOf(servers[0], ids.GroupId))).toEqual(['group_created', 'member_added'])

    expect(await tally(clients.map((client) => client.RemoveUserFromGroup(ids)))).toEqual({
      OK: 1,
      'InvalidParameter.GroupUserNotExist': callers - 1,
    })
    expect(await state()).toEqual([0, 0, 0, 0, 0])
    expect(kinds(await eventsOf(servers[0], ids.GroupId))).toEqual(['group_created', 'member_added', 'member_removed'])
  })

  test('CreateUser and CreateGroup: one of each name is made', async () => {
    const servers = await startSideBySide(engine)
    const place = await newZone(servers[0])
    const clients = clientsOf(place, servers)
    const names = { user: unique('same'), group: unique('same') }
    expect(await tally(clients.map((client) => client.CreateUser({ ZoneId: place.zone, UserName: names.user })))).toEqual({
      OK: 1,
      'InvalidParameter.UsernameAlreadyExists': callers - 1,
    })
    expect(await tally(clients.map((client) => client.CreateGroup({ ZoneId: place.zone, GroupName: names.group })))).toEqual({
      OK: 1,
      'InvalidParameter.GroupNameAlreadyExists': callers - 1,
    })
    const users = await place.client.ListUsers({ ZoneId: place.zone })
    const groups = await place.client.ListGroups({ ZoneId: place.zone })
    const { ZoneStatistics } = await place.client.GetZoneStatistics({ ZoneId: place.zone })
    expect([users.TotalCounts, groups.TotalCounts, ZoneStatistics?.UserCount, ZoneStatistics?.GroupCount]).toEqual([1, 1, 1, 1])
    expect(kinds(await eventsOf(servers[0], users.Users?.[0]?.UserId as string))).toEqual(['user_created'])
    expect(kinds(await eventsOf(servers[0], groups.Groups?.[0]?.GroupId as string))).toEqual(['group_created'])
  })

  test('CreateOrganization and OpenIdentityCenter: an account gets one organization, and an organization one zone', async () => {
    const servers = await startSideBySide(engine)
    const manager = await newOrganization(servers[0])
    const clients = clientsOf(manager, servers)
    expect(await tally(clients.map((client) => client.CreateOrganization()))).toEqual({
      'FailedOperation.OrganizationExistAlready': callers,
    })
    const opened = await tally(clients.map((client) => client.OpenIdentityCenter({ ZoneName: unique('zone') })))
    expect(opened).toEqual({ OK: 1, 'FailedOperation.IdentityCenterAlreadyOpen': callers - 1 })
  })

  test('additions and removals of one pair, mixed: they take turns, and what is left is what the events say', async () => {
    const servers = await startSideBySide(engine)
    const place = await newZone(servers[0])
    const { group, users } = await withGroup(place, 1)
    const ids = { ZoneId: place.zone, GroupId: group, UserId: users[0] as string }
    const counts = await tally(
      clientsOf(place, servers).map((client, index) => (index % 4 < 2 ? client.AddUserToGroup(ids) : client.RemoveUserFromGroup(ids))),
    )
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(callers)
    const history = kinds(await eventsOf(servers[0], group)).slice(1)
    expect(history).toEqual(history.map((_, index) => (index % 2 === 0 ? 'member_added' : 'member_removed')))
    expect(history.length).toBe((counts.OK ?? 0) + 1)
    const { GroupInfo } = await place.client.GetGroup({ ZoneId: place.zone, GroupId: group })
    expect(GroupInfo?.MemberCount).toBe(history.length % 2)
  })
})

onEveryEngine('one name for many organizations', (engine) => {
  test('is given to one of them', async () => {
    const servers = await startSideBySide(engine)
    const managers = await Promise.all(
      Array.from({ length: 24 }, (_, index) => newOrganization(servers[index % servers.length] ?? servers[0])),
    )
    const name = unique('wanted')
    const counts = await tally(managers.map(({ client }) => client.OpenIdentityCenter({ ZoneName: name })))
    expect(counts).toEqual({ OK: 1, 'InvalidParameterValue.IdentityCenterZoneNameAlreadyExist': managers.length - 1 })
    const described = await Promise.allSettled(managers.map(({ client }) => client.DescribeIdentityCenter()))
    expect(described.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
