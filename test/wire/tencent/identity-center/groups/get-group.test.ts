import { expect, test } from 'vitest'
import { newGroup, newZone, withGroup } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectRefusal } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('GetGroup', (engine) => {
  const world = sharedServer({ engine })
  refusesWithoutZone(world, (client, ZoneId) => client.GetGroup({ ZoneId, GroupId: 'g-000000000000' }))

  test('the documented example: the group, with its number of members, and no IsSelected', async () => {
    const place = await newZone(world.server)
    const made = chinaTime(world.clock.now())
    const { group } = await withGroup(place, 2)
    const answer = await place.client.GetGroup({ ZoneId: place.zone, GroupId: group })
    // Source: GetGroup example.
    expect(answer).toEqual({
      GroupInfo: {
        GroupName: expect.stringMatching(/^group-/),
        Description: '',
        CreateTime: made,
        GroupType: 'Manual',
        UpdateTime: made,
        GroupId: group,
        MemberCount: 2,
      },
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test('who comes and goes does not change UpdateTime; an update does', async () => {
    const place = await newZone(world.server)
    const GroupId = await newGroup(place)
    const made = chinaTime(world.clock.now())
    const read = async () => (await place.client.GetGroup({ ZoneId: place.zone, GroupId })).GroupInfo
    world.clock.pass(2000)
    const { UserInfo } = await place.client.CreateUser({ ZoneId: place.zone, UserName: 'a' })
    await place.client.AddUserToGroup({ ZoneId: place.zone, GroupId, UserId: UserInfo?.UserId as string })
    expect(await read()).toMatchObject({ CreateTime: made, UpdateTime: made, MemberCount: 1 })
    await place.client.UpdateGroup({ ZoneId: place.zone, GroupId, NewDescription: 'new' })
    expect(await read()).toMatchObject({ CreateTime: made, UpdateTime: chinaTime(world.clock.now()), MemberCount: 1 })
  })

  test('InvalidParameter.GroupNotExist: unknown, deleted, of another zone', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const deleted = await newGroup(place)
    await place.client.DeleteGroup({ ZoneId: place.zone, GroupId: deleted })
    for (const GroupId of ['g-000000000000', '', deleted, await newGroup(other)]) {
      await expectRefusal(place.client.GetGroup({ ZoneId: place.zone, GroupId }), 'InvalidParameter.GroupNotExist', `No group ${GroupId}`)
    }
  })
})
