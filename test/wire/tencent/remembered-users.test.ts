import { afterAll, beforeAll, expect, test } from 'vitest'
import { sdkClient } from '../../kit/clients.ts'
import { newZone, type TestZone, withGroup } from '../../kit/directory.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { startTestServer, type TestServer } from '../../kit/server.ts'

// Pages of members remember users; what was changed elsewhere must still show at once.
onEveryEngine('a page of members', (engine) => {
  const servers: TestServer[] = []
  let place: TestZone

  beforeAll(async () => {
    const databaseUrl = await engine.newDatabase()
    servers.push(await startTestServer({ databaseUrl }))
    if (databaseUrl) servers.push(await startTestServer({ databaseUrl }))
    place = await newZone(servers[0] as TestServer)
  })
  afterAll(() => Promise.all(servers.map((server) => server.stop())))

  test('shows what any server changed of a user, at once', async () => {
    const { group, users } = await withGroup(place, 3)
    const clients = servers.map(({ port }) => sdkClient(place.key, { endpoint: `127.0.0.1:${port}` }))
    const shown = () =>
      Promise.all(
        clients.map(async (client) => {
          const { GroupMembers = [] } = await client.ListGroupMembers({ ZoneId: place.zone, GroupId: group })
          const member = GroupMembers.find(({ UserId }) => UserId === users[1])
          return [GroupMembers.length, member?.DisplayName, member?.UserStatus]
        }),
      )
    expect(await shown()).toEqual(clients.map(() => [3, '', 'Enabled']))
    for (const [round, writer] of clients.entries()) {
      await writer.UpdateUser({ ZoneId: place.zone, UserId: users[1] as string, NewDisplayName: `round ${round}` })
      expect(await shown()).toEqual(clients.map(() => [3, `round ${round}`, 'Enabled']))
      await writer.UpdateUserStatus({ ZoneId: place.zone, UserId: users[1] as string, NewUserStatus: 'Disabled' })
      expect(await shown()).toEqual(clients.map(() => [3, `round ${round}`, 'Disabled']))
      await writer.UpdateUserStatus({ ZoneId: place.zone, UserId: users[1] as string, NewUserStatus: 'Enabled' })
    }
    await clients[0]?.RemoveUserFromGroup({ ZoneId: place.zone, GroupId: group, UserId: users[1] as string })
    await clients[0]?.DeleteUser({ ZoneId: place.zone, UserId: users[1] as string })
    expect(await shown()).toEqual(clients.map(() => [2, undefined, undefined]))
  })
})
