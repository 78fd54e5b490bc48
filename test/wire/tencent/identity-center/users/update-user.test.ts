import { describe, expect, test } from 'vitest'
import { sdkClient } from '../../../../kit/clients.ts'
import { eventsOf, newUser, newZone, switchScim, type TestZone } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectNoChange, expectRefusal } from '../../../../kit/refusals.ts'
import { newSource } from '../../../../kit/scim.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('UpdateUser', (engine) => {
  const world = sharedServer({ engine })
  describe('changes', () => changes(world))
  describe('refuses', () => refuses(world))
  refusesWithoutZone(world, (client, ZoneId) => client.UpdateUser({ ZoneId, UserId: 'u-000000000000' }))
})

const update = ({ client, zone }: TestZone, UserId: string, changed: object) => client.UpdateUser({ ZoneId: zone, UserId, ...changed })
const read = async ({ client, zone }: TestZone, UserId: string) => (await client.GetUser({ ZoneId: zone, UserId })).UserInfo

/** Source: UpdateUser example. */
const example = {
  NewFirstName: 'john',
  NewLastName: 'smith',
  NewDisplayName: 'john',
  NewDescription: 'this is user.',
  NewEmail: 'test@example.com',
}
const fields = ['FirstName', 'LastName', 'DisplayName', 'Description', 'Email'] as const

function changes(world: SharedServer): void {
  test('the documented example: every field, answered and kept; the name and the time of creation stay', async () => {
    const place = await newZone(world.server)
    const user = await newUser(place, { UserName: 'user1' })
    const made = chinaTime(world.clock.now())
    world.clock.pass(4000)
    const { UserInfo } = await update(place, user, { ...example, NeedResetPassword: true })
    expect(UserInfo).toEqual({
      UserName: 'user1',
      FirstName: 'john',
      LastName: 'smith',
      DisplayName: 'john',
      Description: 'this is user.',
      Email: 'test@example.com',
      UserStatus: 'Enabled',
      UserType: 'Manual',
      UserId: user,
      CreateTime: made,
      UpdateTime: chinaTime(world.clock.now()),
      NeedResetPassword: true,
    })
    expect(await read(place, user)).toEqual(UserInfo)
    await update(place, user, { NeedResetPassword: false })
    expect(await read(place, user)).toMatchObject({ NeedResetPassword: false, Email: 'test@example.com' })
  })

  test('what is absent or null stays, an empty text clears, each field for itself', async () => {
    const place = await newZone(world.server)
    const user = await newUser(place)
    await update(place, user, example)
    const full = await read(place, user)
    // Source: open question 46.
    const nulls = Object.fromEntries(fields.map((field) => [`New${field}`, null]))
    await place.client.request('UpdateUser', { ZoneId: place.zone, UserId: user, ...nulls })
    expect(await read(place, user)).toEqual(full)
    for (const [count, field] of fields.entries()) {
      const { UserInfo } = await update(place, user, { [`New${field}`]: '' })
      const cleared = Object.fromEntries(fields.slice(0, count + 1).map((name) => [name, '']))
      expect(UserInfo).toEqual({ ...full, ...cleared })
    }
  })

  test('signature version 1 can clear too', async () => {
    const place = await newZone(world.server)
    const user = await newUser(place, { Email: 'a@example.com' })
    const client = sdkClient(place.key, { endpoint: `127.0.0.1:${world.server.port}`, signMethod: 'HmacSHA256' })
    expect((await client.UpdateUser({ ZoneId: place.zone, UserId: user, NewEmail: '' })).UserInfo?.Email).toBe('')
  })

  test('an e-mail that was given up is free, and its own in other letters is no conflict', async () => {
    const place = await newZone(world.server)
    const [user, second] = [await newUser(place, { Email: 'a@example.com' }), await newUser(place)]
    expect((await update(place, user, { NewEmail: 'A@example.com' })).UserInfo?.Email).toBe('A@example.com')
    await update(place, user, { NewEmail: '' })
    await update(place, second, { NewEmail: 'a@example.com' })
  })

  test('one event row with what was and what is', async () => {
    const place = await newZone(world.server)
    const user = await newUser(place, { Email: 'before@example.com' })
    const { RequestId } = await update(place, user, { NewEmail: 'after@example.com' })
    expect((await eventsOf(world.server, user)).slice(1)).toMatchObject([
      {
        kind: 'user_changed',
        actor: `key:${place.key.secretId}`,
        operation: 'UpdateUser',
        requestId: RequestId,
        before: { email: 'before@example.com' },
        after: { email: 'after@example.com' },
      },
    ])
  })

  test('what is so already is no change: no event, the time stays, and so does what a source sees', async () => {
    const place = await newZone(world.server)
    const source = await newSource(world.server, place)
    const user = await newUser(place)
    await update(place, user, { ...example, NeedResetPassword: true })
    const [before, events] = [await read(place, user), await eventsOf(world.server, user)]
    const seen = async () => (await source.scim('GET', `/Users/${user}`)).body.meta
    const meta = await seen()
    world.clock.pass(5000)
    for (const changed of [{}, { ...example, NeedResetPassword: true }, { NewEmail: example.NewEmail }, { NeedResetPassword: null }]) {
      expect((await update(place, user, changed)).UserInfo).toEqual(before)
    }
    expect(await read(place, user)).toEqual(before)
    expect(await eventsOf(world.server, user)).toEqual(events)
    expect(await seen()).toEqual(meta)
    await update(place, user, { NewEmail: example.NewEmail.toUpperCase() })
    expect(await eventsOf(world.server, user)).toHaveLength(events.length + 1)
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter.EmailAlreadyExists, without regard to letter case', async () => {
    const place = await newZone(world.server)
    await newUser(place, { Email: 'Alice@example.com' })
    const user = await newUser(place)
    const take = () => update(place, user, { NewEmail: 'ALICE@example.com', NewFirstName: 'x' })
    await expectNoChange(world.server, place, take, 'InvalidParameter.EmailAlreadyExists', 'ALICE@example.com')
  })

  test('InvalidParameterValue: a text that is too long', async () => {
    const place = await newZone(world.server)
    const user = await newUser(place)
    const long = { NewFirstName: 65, NewLastName: 65, NewDisplayName: 257, NewDescription: 1025, NewEmail: 129 }
    for (const [name, length] of Object.entries(long)) {
      await expectRefusal(update(place, user, { [name]: 'x'.repeat(length) }), 'InvalidParameterValue', name)
    }
  })

  test('ResourceNotFound.UserNotExist', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    for (const user of ['u-000000000000', await newUser(other)]) {
      await expectNoChange(world.server, place, () => update(place, user, example), 'ResourceNotFound.UserNotExist', `No user ${user}`)
    }
  })

  test('FailedOperation.SynchronizedUserNotUpdate while SCIM is enabled, only then, and only for synchronized users', async () => {
    const place = await newZone(world.server)
    const [manual, user] = [await newUser(place), await newUser(place, { UserType: 'Synchronized' })]
    const change = () => update(place, user, { NewDisplayName: 'by hand' })
    const code = 'FailedOperation.SynchronizedUserNotUpdate'
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, change, code, `User ${user} is kept by SCIM`)
    await update(place, manual, { NewDisplayName: 'by hand' })
    await switchScim(place, 'Disabled')
    // Source: 1031/66367, edited like a manual one while SCIM is disabled.
    expect((await change()).UserInfo).toMatchObject({ DisplayName: 'by hand', UserType: 'Synchronized' })
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, change, code, 'disable synchronization')
  })

  test('InvalidParameter.UserTypeError: a synchronized user’s password is not reset here', async () => {
    const place = await newZone(world.server)
    const user = await newUser(place, { UserType: 'Synchronized' })
    for (const NeedResetPassword of [true, false]) {
      const change = () => update(place, user, { NeedResetPassword })
      await expectNoChange(world.server, place, change, 'InvalidParameter.UserTypeError', 'Leave NeedResetPassword out')
    }
  })
}
