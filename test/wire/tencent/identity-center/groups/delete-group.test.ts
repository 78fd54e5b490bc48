import { describe, expect, test } from 'vitest'
import {
  dropAccessRule,
  eventsOf,
  newGroup,
  newZone,
  putAccessRule,
  switchScim,
  type TestZone,
  withGroup,
} from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { expectNoChange, expectRefusal } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('DeleteGroup', (engine) => {
  const world = sharedServer({ engine })
  deletes(world)
  describe('refuses', () => refuses(world))
  refusesWithoutZone(world, (client, ZoneId) => client.DeleteGroup({ ZoneId, GroupId: 'g-000000000000' }))
})

const remove = ({ client, zone }: TestZone, GroupId: string) => client.DeleteGroup({ ZoneId: zone, GroupId })

function deletes(world: SharedServer): void {
  test('the group is gone, no other is, and its name is free', async () => {
    const place = await newZone(world.server)
    const [group, other] = [await newGroup(place, { GroupName: 'leaving' }), await newGroup(place)]
    const answer = await remove(place, group)
    // Source: DeleteGroup example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const { Groups, TotalCounts } = await place.client.ListGroups({ ZoneId: place.zone })
    expect([Groups?.map(({ GroupId }) => GroupId), TotalCounts]).toEqual([[other], 1])
    const { ZoneStatistics } = await place.client.GetZoneStatistics({ ZoneId: place.zone })
    expect(ZoneStatistics?.GroupCount).toBe(1)
    expect((await eventsOf(world.server, group)).at(-1)).toMatchObject({
      kind: 'group_deleted',
      actor: `key:${place.key.secretId}`,
      operation: 'DeleteGroup',
      requestId: answer.RequestId,
      before: { name: 'leaving', memberCount: 0 },
      after: null,
    })
    await newGroup(place, { GroupName: 'leaving' })
  })
}

function refuses(world: SharedServer): void {
  test('FailedOperation.DeleteGroupNotAllowExistUser until the last user is out', async () => {
    const place = await newZone(world.server)
    const { group, users } = await withGroup(place, 2)
    const code = 'FailedOperation.DeleteGroupNotAllowExistUser'
    await expectNoChange(world.server, place, () => remove(place, group), code, `Group ${group} still has 2 user`)
    for (const UserId of users) {
      await expectRefusal(remove(place, group), code, 'RemoveUserFromGroup')
      await place.client.RemoveUserFromGroup({ ZoneId: place.zone, GroupId: group, UserId })
    }
    await remove(place, group)
  })

  for (const [kind, code] of [
    ['role_assignment', 'FailedOperation.RoleConfigurationAuthorizationExist'],
    ['user_provisioning', 'FailedOperation.UserProvisioningExists'],
  ] as const) {
    test(`${code} until the ${kind} is taken away`, async () => {
      const place = await newZone(world.server)
      const group = await newGroup(place)
      await putAccessRule(world.server, place, group, kind)
      await expectNoChange(world.server, place, () => remove(place, group), code, `${group} `)
      await dropAccessRule(world.server, place, group, kind)
      await remove(place, group)
    })
  }

  test('InvalidParameter.GroupNotExist: unknown, deleted already, of another zone', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const [group, foreign] = [await newGroup(place), await newGroup(other)]
    await remove(place, group)
    for (const gone of ['g-000000000000', group, foreign]) {
      await expectNoChange(world.server, place, () => remove(place, gone), 'InvalidParameter.GroupNotExist', `No group ${gone}`)
    }
    await other.client.GetGroup({ ZoneId: other.zone, GroupId: foreign })
  })

  test('FailedOperation.SynchronizedGroupNotDelete while SCIM is enabled, only then, and only for synchronized groups', async () => {
    const place = await newZone(world.server)
    const [manual, group, second] = [
      await newGroup(place),
      await newGroup(place, { GroupType: 'Synchronized' }),
      await newGroup(place, { GroupType: 'Synchronized' }),
    ]
    const code = 'FailedOperation.SynchronizedGroupNotDelete'
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, () => remove(place, group), code, `Group ${group} is kept by SCIM`)
    await remove(place, manual)
    await switchScim(place, 'Disabled')
    await remove(place, group)
    await switchScim(place, 'Enabled')
    await expectNoChange(world.server, place, () => remove(place, second), code, second)
  })
}
