import { expect, test } from 'vitest'
import { newGroup, newUser, newZone, unique } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { callers, clientsOf, setQuota, tally } from './callers.ts'

/** Made with one call of the official client each; few enough to be quick. */
const many = 24

onEveryEngine(`a limit under ${callers} callers`, (engine) => {
  test('users and groups of a zone', async () => {
    const servers = await startSideBySide(engine)
    const place = await newZone(servers[0])
    const clients = clientsOf(place, servers)
    await setQuota(servers, place, 'users', 7)
    await setQuota(servers, place, 'groups', 5)
    const users = clients.map((client) => client.CreateUser({ ZoneId: place.zone, UserName: unique('user') }))
    expect(await tally(users)).toEqual({ OK: 7, 'FailedOperation.UserOverUpperLimit': callers - 7 })
    const groups = clients.map((client) => client.CreateGroup({ ZoneId: place.zone, GroupName: unique('group') }))
    expect(await tally(groups)).toEqual({ OK: 5, 'FailedOperation.GroupOverUpperLimit': callers - 5 })
    const { ZoneStatistics } = await place.client.GetZoneStatistics({ ZoneId: place.zone })
    expect([ZoneStatistics?.UserCount, ZoneStatistics?.GroupCount]).toEqual([7, 5])
    expect((await place.client.ListUsers({ ZoneId: place.zone })).TotalCounts).toBe(7)
    expect((await place.client.ListGroups({ ZoneId: place.zone })).TotalCounts).toBe(5)
  })

  test('users of a group', async () => {
    const servers = await startSideBySide(engine)
    const place = await newZone(servers[0])
    const group = await newGroup(place)
    const users = await Promise.all(Array.from({ length: many }, () => newUser(place)))
    await setQuota(servers, place, 'usersPerGroup', 5)
    const clients = clientsOf(place, servers).slice(0, many)
    const added = clients.map((client, index) =>
      client.AddUserToGroup({ ZoneId: place.zone, GroupId: group, UserId: users[index] as string }),
    )
    expect(await tally(added)).toEqual({ OK: 5, 'FailedOperation.GroupUserCountOverUpperLimit': many - 5 })
    const members = await place.client.ListGroupMembers({ ZoneId: place.zone, GroupId: group, MaxResults: 100 })
    expect([members.TotalCounts, members.GroupMembers?.length]).toEqual([5, 5])
  })

  test('groups of a user, while he leaves and joins', async () => {
    const servers = await startSideBySide(engine)
    const place = await newZone(servers[0])
    const user = await newUser(place)
    const groups = await Promise.all(Array.from({ length: many }, () => newGroup(place)))
    await setQuota(servers, place, 'groupsPerUser', 6)
    const clients = clientsOf(place, servers)
    const pair = (index: number) => ({ ZoneId: place.zone, GroupId: groups[index % many] as string, UserId: user })
    const counts = await tally(
      clients.map((client, index) => (index < 40 ? client.AddUserToGroup(pair(index)) : client.RemoveUserFromGroup(pair(index * 7)))),
    )
    expect(counts.OK).toBeGreaterThanOrEqual(6)
    const joined = await place.client.ListJoinedGroupsForUser({ ZoneId: place.zone, UserId: user, MaxResults: 100 })
    expect(joined.TotalCounts).toBe(joined.JoinedGroups?.length)
    expect(joined.TotalCounts).toBeLessThanOrEqual(6)
  })
})
