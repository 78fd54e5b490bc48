import { describe, expect, test } from 'vitest'
import { newGroup, newUser, newZone, type TestZone, withGroup } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectRefusal } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { pagesThrough } from '../paged-list.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('ListJoinedGroupsForUser', (engine) => {
  const world = sharedServer({ engine })
  shows(world)
  describe('pages', () =>
    pagesThrough({
      world,
      async fill(place, rows) {
        const UserId = await newUser(place)
        for (let count = 0; count < rows; count++) {
          const { group: GroupId } = await withGroup(place, count % 2)
          await place.client.AddUserToGroup({ ZoneId: place.zone, GroupId, UserId })
        }
        return { UserId }
      },
      ask: (place, parameters) => list(place, parameters as Asked),
      ids: (answer) => answer.JoinedGroups?.map(({ GroupId }) => GroupId as string) ?? [],
      sizeCode: 'InvalidParameterValue',
    }))
  refusesWithoutZone(world, (client, ZoneId) => client.ListJoinedGroupsForUser({ ZoneId, UserId: 'u-000000000000' }))
})

type Asked = Omit<Parameters<TestZone['client']['ListJoinedGroupsForUser']>[0], 'ZoneId'>
const list = ({ client, zone }: TestZone, parameters: Asked) => client.ListJoinedGroupsForUser({ ZoneId: zone, ...parameters })

function shows(world: SharedServer): void {
  test('the documented example: which groups, and since when', async () => {
    const place = await newZone(world.server)
    const { GroupInfo } = await place.client.CreateGroup({ ZoneId: place.zone, GroupName: 'testGroup', Description: 'this is testGroup' })
    const [GroupId, UserId] = [GroupInfo?.GroupId as string, await newUser(place)]
    world.clock.pass(5000)
    await place.client.AddUserToGroup({ ZoneId: place.zone, GroupId, UserId })
    // Source: ListJoinedGroupsForUser example.
    expect(await list(place, { UserId, NextToken: '', MaxResults: 10 })).toEqual({
      TotalCounts: 1,
      MaxResults: 10,
      IsTruncated: false,
      JoinedGroups: [
        {
          GroupName: 'testGroup',
          Description: 'this is testGroup',
          GroupId,
          GroupType: 'Manual',
          JoinTime: chinaTime(world.clock.now()),
        },
      ],
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test('a user in no group, and a synchronized one', async () => {
    const place = await newZone(world.server)
    const UserId = await newUser(place, { UserType: 'Synchronized' })
    expect(await list(place, { UserId })).toMatchObject({ TotalCounts: 0, IsTruncated: false, JoinedGroups: [] })
    const GroupId = await newGroup(place, { GroupType: 'Synchronized' })
    await place.client.AddUserToGroup({ ZoneId: place.zone, GroupId, UserId })
    expect((await list(place, { UserId })).JoinedGroups).toMatchObject([{ GroupId, GroupType: 'Synchronized' }])
  })

  test('ResourceNotFound.UserNotExist', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    for (const UserId of ['u-000000000000', '', await newUser(other)]) {
      await expectRefusal(list(place, { UserId }), 'ResourceNotFound.UserNotExist', `No user ${UserId}`)
    }
  })
}
