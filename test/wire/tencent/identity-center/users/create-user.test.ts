import { describe, expect, test } from 'vitest'
import { eventsOf, newUser, newZone, setQuotas, switchScim, type TestZone, unique } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectNoChange, expectRefusal } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('CreateUser', (engine) => {
  const world = sharedServer({ engine })
  describe('creates', () => creates(world))
  describe('refuses', () => refuses(world))
  refusesWithoutZone(world, (client, ZoneId) => client.CreateUser({ ZoneId, UserName: 'u' }))
})

const create = ({ client, zone }: TestZone, UserName: string, more: object = {}) => client.CreateUser({ ZoneId: zone, UserName, ...more })

/** Source: CreateUser example. */
const alice = {
  FirstName: 'Alice',
  LastName: 'Alice',
  DisplayName: 'Alice',
  Description: 'this is user',
  Email: 'Alice@example.com',
  UserStatus: 'Enabled',
}

function creates(world: SharedServer): void {
  test('the documented example, with a password that is never shown again', async () => {
    const place = await newZone(world.server)
    const { UserInfo, RequestId } = await create(place, 'Alice', alice)
    const now = chinaTime(world.clock.now())
    const shown = {
      ...alice,
      UserName: 'Alice',
      UserType: 'Manual',
      // Source: semantics of users, u- and 12 of 0-9a-z.
      UserId: expect.stringMatching(/^u-[0-9a-z]{12}$/),
      CreateTime: now,
      UpdateTime: now,
      NeedResetPassword: false,
    }
    expect(UserInfo).toEqual({ ...shown, Password: expect.stringMatching(/^.{12,}$/) })
    expect(RequestId).toMatch(/^[0-9a-f-]{36}$/)
    const UserId = UserInfo?.UserId as string
    expect((await place.client.GetUser({ ZoneId: place.zone, UserId })).UserInfo).toEqual(shown)
    expect((await place.client.ListUsers({ ZoneId: place.zone })).Users).toEqual([shown])
    expect(JSON.stringify(await eventsOf(world.server, UserId))).not.toContain(UserInfo?.Password)
  })

  test('defaults: enabled, manual, no reset, everything else empty; and no two passwords alike', async () => {
    const place = await newZone(world.server)
    const { UserInfo: first } = await create(place, 'a')
    const empty = { FirstName: '', LastName: '', DisplayName: '', Description: '', Email: '' }
    // Source: CreateUser model, defaults of UserStatus, UserType and NeedResetPassword.
    expect(first).toMatchObject({ ...empty, UserStatus: 'Enabled', UserType: 'Manual', NeedResetPassword: false })
    const { UserInfo: second } = await create(place, 'b')
    expect(second?.Password).not.toBe(first?.Password)
    // Several users without an e-mail are no conflict (open question 45).
    await create(place, 'c', { Email: '' })
  })

  test('every field as it was sent', async () => {
    const place = await newZone(world.server)
    const sent = {
      FirstName: '姓'.repeat(64),
      LastName: '名'.repeat(64),
      DisplayName: 'd'.repeat(256),
      Description: '述'.repeat(1024),
      Email: `${'e'.repeat(116)}@example.com`,
      UserStatus: 'Disabled',
      UserType: 'Synchronized',
      NeedResetPassword: true,
    }
    const name = 'Az09+=,.@-_'.padEnd(64, 'x')
    expect((await create(place, name, sent)).UserInfo).toMatchObject({ ...sent, UserName: name })
  })

  test('a synchronized user can be made, whether SCIM is enabled or not', async () => {
    const place = await newZone(world.server)
    for (const status of ['Disabled', 'Enabled'] as const) {
      await switchScim(place, status)
      // Source: open question 47.
      expect((await create(place, unique('sync'), { UserType: 'Synchronized' })).UserInfo?.UserType).toBe('Synchronized')
    }
  })

  test('one event row with the whole user', async () => {
    const place = await newZone(world.server)
    const { UserInfo, RequestId } = await create(place, 'Alice', alice)
    expect(await eventsOf(world.server, UserInfo?.UserId as string)).toMatchObject([
      {
        tenant: place.zone,
        kind: 'user_created',
        actor: `key:${place.key.secretId}`,
        account: place.uin,
        operation: 'CreateUser',
        requestId: RequestId,
        before: null,
        after: { name: 'Alice', email: 'Alice@example.com', status: 'enabled', owner: 'manual', createdAt: world.clock.now() },
      },
    ])
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter.UsernameAlreadyExists, without regard to letter case; other zones have names of their own', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    await newUser(place, { UserName: 'Alice' })
    // Source: open question 44.
    for (const name of ['Alice', 'ALICE', 'alice']) {
      await expectNoChange(world.server, place, () => create(place, name), 'InvalidParameter.UsernameAlreadyExists', `has the name ${name}`)
    }
    await create(other, 'Alice')
  })

  test('InvalidParameter.EmailAlreadyExists, without regard to letter case', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    await newUser(place, { Email: 'Alice@example.com' })
    const take = () => create(place, 'b', { Email: 'alice@EXAMPLE.com' })
    await expectNoChange(world.server, place, take, 'InvalidParameter.EmailAlreadyExists', 'has the e-mail alice@EXAMPLE.com')
    await create(other, 'b', { Email: 'alice@example.com' })
  })

  test('InvalidParameter.UsernameFormatError: 1 to 64 letters, digits and + = , . @ - _', async () => {
    const place = await newZone(world.server)
    for (const name of ['', 'a b', 'a/b', '用户', 'a\n', 'é', 'x'.repeat(65)]) {
      await expectNoChange(world.server, place, () => create(place, name), 'InvalidParameter.UsernameFormatError', 'UserName')
    }
  })

  test('InvalidParameterValue: an unknown status or type, a text that is too long', async () => {
    const place = await newZone(world.server)
    const wrong = {
      UserStatus: 'enabled',
      UserType: 'Automatic',
      FirstName: 'x'.repeat(65),
      LastName: 'x'.repeat(65),
      DisplayName: 'x'.repeat(257),
      Description: 'x'.repeat(1025),
      Email: 'x'.repeat(129),
    }
    // Source: open question 8, the common code.
    for (const [name, value] of Object.entries(wrong))
      await expectRefusal(create(place, 'a', { [name]: value }), 'InvalidParameterValue', name)
    expect((await place.client.ListUsers({ ZoneId: place.zone })).TotalCounts).toBe(0)
  })

  test('FailedOperation.UserOverUpperLimit at the quota of the zone; a deleted user makes room', async () => {
    const place = await newZone(world.server)
    await setQuotas(world.server, place, { users: 1 })
    const UserId = await newUser(place)
    await expectNoChange(world.server, place, () => create(place, 'b'), 'FailedOperation.UserOverUpperLimit', 'already holds 1 users')
    await place.client.DeleteUser({ ZoneId: place.zone, UserId })
    await create(place, 'b')
  })
}
