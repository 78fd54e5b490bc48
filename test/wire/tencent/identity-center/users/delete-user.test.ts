import { describe, expect, test } from 'vitest'
import {
  dropAccessRule,
  eventsOf,
  newUser,
  newZone,
  putAccessRule,
  switchScim,
  type TestZone,
  withGroup,
} from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { expectNoChange } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('DeleteUser', (engine) => {
  const world = sharedServer({ engine })
  deletes(world)
  describe('refuses', () => refuses(world))
  refusesWithoutZone(world, (client, ZoneId) => client.DeleteUser({ ZoneId, UserId: 'u-000000000000' }))
})

const remove = ({ client, zone }: TestZone, UserId: string) => client.DeleteUser({ ZoneId: zone, UserId })

function deletes(world: SharedServer): void {
  test('the user is gone, no other is, and its name and e-mail are free', async () => {
    const place = await newZone(world.server)
    const leaving = { UserName: 'leaving', Email: 'leaving@example.com' }
    const [user, other] = [await newUser(place, leaving), await newUser(place)]
    const answer = await remove(place, user)
    // Source: DeleteUser example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const { Users, TotalCounts } = await place.client.ListUsers({ ZoneId: place.zone })
    expect([Users?.map(({ UserId }) => UserId), TotalCounts]).toEqual([[other], 1])
    expect((await place.client.GetZoneStatistics({ ZoneId: place.zone })).ZoneStatistics?.UserCount).toBe(1)
    expect((await eventsOf(world.server, user)).at(-1)).toMatchObject({
      kind: 'user_deleted',
      actor: `key:${place.key.secretId}`,
      operation: 'DeleteUser',
      requestId: answer.RequestId,
      before: { name: 'leaving', email: 'leaving@example.com' },
      after: null,
    })
    expect(await newUser(place, leaving)).not.toBe(user)
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter.UserAlreadyExistsGroup until the user is in no group', async () => {
    const place = await newZone(world.server)
    const { group, users } = await withGroup(place, 1)
    const [user] = users as [string]
    const code = 'InvalidParameter.UserAlreadyExistsGroup'
    await expectNoChange(world.server, place, () => remove(place, user), code, `User ${user} is still in 1 group`)
    await place.client.RemoveUserFromGroup({ ZoneId: place.zone, GroupId: group, UserId: user })
    await remove(place, user)
  })

  for (const [kind, code] of [
    ['role_assignment', 'FailedOperation.RoleConfigurationAuthorizationExist'],
    ['user_provisioning', 'FailedOperation.UserProvisioningExists'],
  ] as const) {
    test(`${code} until the ${kind} is taken away`, async () => {
      const place = await newZone(world.server)
      const user = await newUser(place)
      await putAccessRule(world.server, place, user, kind)
      await expectNoChange(world.server, place, () => remove(place, user), code, `${user} `)
      await dropAccessRule(world.server, place, user, kind)
      await remove(place, user)
    })
  }

  test('ResourceNotFound.UserNotExist: unknown, deleted already, of another zone', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const [user, foreign] = [await newUser(place), await newUser(other)]
    await remove(place, user)
    for (const gone of ['u-000000000000', user, foreign]) {
      await expectNoChange(world.server, place, () => remove(place, gone), 'ResourceNotFound.UserNotExist', `No user ${gone}`)
    }
    await other.client.GetUser({ ZoneId: other.zone, UserId: foreign })
  })

  test('FailedOperation.SynchronizedUserNotDelete while SCIM is enabled, only then, and only for synchronized users', async () => {
    const place = await newZone(world.server)
    const synchronized = { UserType: 'Synchronized' }
    const [manual, user, second] = [await newUser(place), await newUser(place, synchronized), await newUser(place, synchronized)]
    const code = 'FailedOperation.SynchronizedUserNotDelete'
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, () => remove(place, user), code, `User ${user} is kept by SCIM`)
    await remove(place, manual)
    await switchScim(place, 'Disabled')
    await remove(place, user)
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, () => remove(place, second), code, second)
  })
}
