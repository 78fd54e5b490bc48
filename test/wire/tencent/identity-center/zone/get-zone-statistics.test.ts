import { describe, expect, test } from 'vitest'
import { dropAccessRule, newGroup, newUser, newZone, putAccessRule, setQuotas, withGroup } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

describe('GetZoneStatistics', () => {
  const world = sharedServer()
  refusesWithoutZone(world, (client, ZoneId) => client.GetZoneStatistics({ ZoneId }))

  /** Source: GetZoneStatistics example. */
  const quotas = { UserQuota: 1000, GroupQuota: 500, RoleConfigurationQuota: 1000, SystemPolicyPerRoleConfigurationQuota: 20 }
  const none = { RoleConfigurationCount: 0, UserProvisioningCount: 0, RoleConfigurationSyncCount: 0 }

  test('the documented example: quotas and counts', async () => {
    const place = await newZone(world.server)
    const { client, zone: ZoneId } = place
    expect(await client.GetZoneStatistics({ ZoneId })).toEqual({
      ZoneStatistics: { ...quotas, ...none, UserCount: 0, GroupCount: 0 },
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    await withGroup(place, 2)
    const [group, user] = [await newGroup(place), await newUser(place)]
    const counted = async () => (await client.GetZoneStatistics({ ZoneId })).ZoneStatistics
    expect(await counted()).toEqual({ ...quotas, ...none, UserCount: 3, GroupCount: 2 })
    await client.DeleteGroup({ ZoneId, GroupId: group })
    await client.DeleteUser({ ZoneId, UserId: user })
    expect(await counted()).toEqual({ ...quotas, ...none, UserCount: 2, GroupCount: 1 })
  })

  test('quotas that were set for this zone, and those of others as they were', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    await setQuotas(world.server, place, { users: 7, groups: 8, roleConfigurations: 9, systemPoliciesPerRoleConfiguration: 3 })
    const set = { UserQuota: 7, GroupQuota: 8, RoleConfigurationQuota: 9, SystemPolicyPerRoleConfigurationQuota: 3 }
    expect((await place.client.GetZoneStatistics({ ZoneId: place.zone })).ZoneStatistics).toMatchObject(set)
    expect((await other.client.GetZoneStatistics({ ZoneId: other.zone })).ZoneStatistics).toMatchObject(quotas)
  })
})

onEveryEngine('UserProvisioningCount of GetZoneStatistics', (engine) => {
  const world = sharedServer({ engine })

  test('counts what is provisioned to accounts in this zone, which keeps users and groups from being deleted', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const [user, group] = [await newUser(place), await newGroup(place)]
    const counts = async ({ client, zone: ZoneId }: typeof place) => {
      const { ZoneStatistics } = await client.GetZoneStatistics({ ZoneId })
      return [ZoneStatistics?.UserProvisioningCount, ZoneStatistics?.RoleConfigurationSyncCount]
    }
    await putAccessRule(world.server, place, user, 'user_provisioning')
    await putAccessRule(world.server, place, group, 'user_provisioning')
    await putAccessRule(world.server, place, user, 'role_assignment')
    expect([await counts(place), await counts(other)]).toEqual([
      [2, 0],
      [0, 0],
    ])
    await dropAccessRule(world.server, place, user, 'user_provisioning')
    expect(await counts(place)).toEqual([1, 0])
  })
})
