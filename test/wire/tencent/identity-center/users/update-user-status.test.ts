import { expect, test } from 'vitest'
import { eventsOf, newUser, newZone, switchScim, type TestZone } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectNoChange } from '../../../../kit/refusals.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

const set = ({ client, zone }: TestZone, UserId: string, NewUserStatus: string) =>
  client.UpdateUserStatus({ ZoneId: zone, UserId, NewUserStatus })
const read = async ({ client, zone }: TestZone, UserId: string) => (await client.GetUser({ ZoneId: zone, UserId })).UserInfo

onEveryEngine('UpdateUserStatus', (engine) => {
  const world = sharedServer({ engine })
  refusesWithoutZone(world, (client, ZoneId) => client.UpdateUserStatus({ ZoneId, UserId: 'u-000000000000', NewUserStatus: 'Enabled' }))

  test('disabled and enabled again, with UpdateTime and an event row each', async () => {
    const place = await newZone(world.server)
    const user = await newUser(place)
    const requests: unknown[] = []
    for (const status of ['Disabled', 'Enabled']) {
      world.clock.pass(1000)
      const answer = await set(place, user, status)
      // Source: UpdateUserStatus example, nothing but a RequestId.
      expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
      expect(await read(place, user)).toMatchObject({ UserStatus: status, UpdateTime: chinaTime(world.clock.now()) })
      requests.push(answer.RequestId)
    }
    const common = { kind: 'user_status_changed', actor: `key:${place.key.secretId}`, operation: 'UpdateUserStatus' }
    expect((await eventsOf(world.server, user)).slice(1)).toMatchObject([
      { ...common, requestId: requests[0], before: { status: 'enabled' }, after: { status: 'disabled' } },
      { ...common, requestId: requests[1], before: { status: 'disabled' }, after: { status: 'enabled' } },
    ])
  })

  test('the status it has already is answered and changes nothing', async () => {
    const place = await newZone(world.server)
    const user = await newUser(place)
    const before = await read(place, user)
    world.clock.pass(1000)
    await set(place, user, 'Enabled')
    expect(await read(place, user)).toEqual(before)
    expect(await eventsOf(world.server, user)).toHaveLength(1)
  })

  test('InvalidParameterValue: any other word', async () => {
    const place = await newZone(world.server)
    const user = await newUser(place)
    // Source: open question 8; this action lists no code for it.
    for (const word of ['disabled', '', 'Deleted']) {
      await expectNoChange(world.server, place, () => set(place, user, word), 'InvalidParameterValue', 'one of Enabled, Disabled')
    }
  })

  test('ResourceNotFound.UserNotExist', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    for (const user of ['u-000000000000', await newUser(other)]) {
      await expectNoChange(world.server, place, () => set(place, user, 'Disabled'), 'ResourceNotFound.UserNotExist', `No user ${user}`)
    }
  })

  test('FailedOperation.SynchronizedUserNotUpdate while SCIM is enabled, only then, and only for synchronized users', async () => {
    const place = await newZone(world.server)
    const [manual, user] = [await newUser(place), await newUser(place, { UserType: 'Synchronized' })]
    const disable = () => set(place, user, 'Disabled')
    // Source: open question 48.
    const code = 'FailedOperation.SynchronizedUserNotUpdate'
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, disable, code, `User ${user} is kept by SCIM`)
    await set(place, manual, 'Disabled')
    await switchScim(place, 'Disabled')
    await disable()
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, () => set(place, user, 'Enabled'), code, user)
    expect(await read(place, user)).toMatchObject({ UserStatus: 'Disabled' })
  })
})
