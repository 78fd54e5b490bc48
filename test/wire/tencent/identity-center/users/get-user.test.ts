import { expect, test } from 'vitest'
import { newUser, newZone, withGroup } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectRefusal } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('GetUser', (engine) => {
  const world = sharedServer({ engine })
  refusesWithoutZone(world, (client, ZoneId) => client.GetUser({ ZoneId, UserId: 'u-000000000000' }))

  test('the documented example: the user, without a password and without IsSelected', async () => {
    const place = await newZone(world.server)
    const said = { FirstName: 'john', LastName: 'smith', DisplayName: 'john', Description: 'this is user', Email: 'test@example.com' }
    const { UserInfo } = await place.client.CreateUser({ ZoneId: place.zone, UserName: 'user1', ...said })
    const made = chinaTime(world.clock.now())
    const UserId = UserInfo?.UserId as string
    // Source: GetUser example; NeedResetPassword from the model of UserInfo.
    expect(await place.client.GetUser({ ZoneId: place.zone, UserId })).toEqual({
      UserInfo: {
        ...said,
        UserName: 'user1',
        UserStatus: 'Enabled',
        UserType: 'Manual',
        UserId,
        CreateTime: made,
        UpdateTime: made,
        NeedResetPassword: false,
      },
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test('joining a group does not change UpdateTime', async () => {
    const place = await newZone(world.server)
    const UserId = await newUser(place)
    const before = await place.client.GetUser({ ZoneId: place.zone, UserId })
    world.clock.pass(2000)
    const { group } = await withGroup(place, 0)
    await place.client.AddUserToGroup({ ZoneId: place.zone, GroupId: group, UserId })
    expect((await place.client.GetUser({ ZoneId: place.zone, UserId })).UserInfo).toEqual(before.UserInfo)
  })

  test('ResourceNotFound.UserNotExist: unknown, deleted, of another zone', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const deleted = await newUser(place)
    await place.client.DeleteUser({ ZoneId: place.zone, UserId: deleted })
    for (const UserId of ['u-000000000000', '', deleted, await newUser(other)]) {
      await expectRefusal(place.client.GetUser({ ZoneId: place.zone, UserId }), 'ResourceNotFound.UserNotExist', `No user ${UserId}`)
    }
  })
})
