import { describe, expect, test } from 'vitest'
import { eventsOf, newGroup, newUser, newZone, setQuotas, switchScim, type TestZone, withGroup } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { chinaTime } from '../../../../kit/held-clock.ts'
import { expectNoChange, expectRefusal } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('AddUserToGroup', (engine) => {
  const world = sharedServer({ engine })
  describe('adds', () => adds(world))
  describe('refuses', () => refuses(world))
  describe('owners and synchronization', () => owners(world))
  refusesWithoutZone(world, (client, ZoneId) => client.AddUserToGroup({ ZoneId, GroupId: 'g-000000000000', UserId: 'u-000000000000' }))
})

const add = ({ client, zone }: TestZone, GroupId: string, UserId: string) => client.AddUserToGroup({ ZoneId: zone, GroupId, UserId })

function adds(world: SharedServer): void {
  test('the user is in the group, and both sides and the counter say so', async () => {
    const place = await newZone(world.server)
    const [GroupId, UserId] = [await newGroup(place, { GroupName: 'Payroll' }), await newUser(place, { UserName: 'li.si' })]
    world.clock.pass(3000)
    const answer = await add(place, GroupId, UserId)
    // Source: AddUserToGroup example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })

    const { client, zone: ZoneId } = place
    const JoinTime = chinaTime(world.clock.now())
    const { GroupMembers } = await client.ListGroupMembers({ ZoneId, GroupId })
    expect(GroupMembers).toMatchObject([{ UserId, UserName: 'li.si', JoinTime }])
    const { JoinedGroups } = await client.ListJoinedGroupsForUser({ ZoneId, UserId })
    expect(JoinedGroups).toMatchObject([{ GroupId, GroupName: 'Payroll', JoinTime }])
    expect((await client.GetGroup({ ZoneId, GroupId })).GroupInfo?.MemberCount).toBe(1)
  })

  test('one event row, with who did it and the answer’s RequestId', async () => {
    const place = await newZone(world.server)
    const [group, user] = [await newGroup(place), await newUser(place)]
    const { RequestId } = await add(place, group, user)
    expect((await eventsOf(world.server, group)).slice(1)).toEqual([
      {
        tenant: place.zone,
        seq: expect.any(Number),
        at: new Date(world.clock.now()).toISOString(),
        actor: `key:${place.key.secretId}`,
        account: place.uin,
        dialect: 'tencent',
        operation: 'AddUserToGroup',
        requestId: RequestId,
        kind: 'member_added',
        subject: group,
        before: null,
        after: { user },
      },
    ])
  })

  test('a disabled user may be in groups; several users and several groups', async () => {
    const place = await newZone(world.server)
    const { client, zone: ZoneId } = place
    const groups = [await newGroup(place), await newGroup(place)]
    const users = [await newUser(place), await newUser(place)]
    await client.UpdateUserStatus({ ZoneId, UserId: users[0] as string, NewUserStatus: 'Disabled' })
    for (const group of groups) for (const user of users) await add(place, group, user)
    for (const GroupId of groups) {
      const { GroupMembers } = await client.ListGroupMembers({ ZoneId, GroupId })
      expect(new Set(GroupMembers?.map(({ UserId }) => UserId))).toEqual(new Set(users))
    }
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter.GroupUserAlreadyExists', async () => {
    const place = await newZone(world.server)
    const { group, users } = await withGroup(place)
    const [user] = users as [string]
    const again = () => add(place, group, user)
    await expectNoChange(world.server, place, again, 'InvalidParameter.GroupUserAlreadyExists', `User ${user} already is in group ${group}`)
  })

  test('InvalidParameter.GroupNotExist and ResourceNotFound.UserNotExist, also for those of another zone', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const [group, user] = [await newGroup(place), await newUser(place)]
    for (const gone of ['g-000000000000', await newGroup(other)]) {
      await expectNoChange(world.server, place, () => add(place, gone, user), 'InvalidParameter.GroupNotExist', `No group ${gone}`)
    }
    for (const gone of ['u-000000000000', await newUser(other), group]) {
      await expectNoChange(world.server, place, () => add(place, group, gone), 'ResourceNotFound.UserNotExist', `No user ${gone}`)
    }
    // Both unknown: the group is looked up first.
    await expectRefusal(add(place, 'g-000000000000', 'u-000000000000'), 'InvalidParameter.GroupNotExist', 'ListGroups')
  })

  test('FailedOperation.GroupUserCountOverUpperLimit at the quota of a group; one out, one in', async () => {
    const place = await newZone(world.server)
    await setQuotas(world.server, place, { usersPerGroup: 2 })
    const { group, users } = await withGroup(place, 2)
    const third = await newUser(place)
    await expectNoChange(
      world.server,
      place,
      () => add(place, group, third),
      'FailedOperation.GroupUserCountOverUpperLimit',
      /already has 2 users/,
    )
    await place.client.RemoveUserFromGroup({ ZoneId: place.zone, GroupId: group, UserId: users[0] as string })
    await add(place, group, third)
    expect((await place.client.GetGroup({ ZoneId: place.zone, GroupId: group })).GroupInfo?.MemberCount).toBe(2)
  })

  test('FailedOperation.UserAddGroupCountOverUpperLimit at the quota of a user', async () => {
    const place = await newZone(world.server)
    await setQuotas(world.server, place, { groupsPerUser: 1 })
    const { users } = await withGroup(place)
    const [user] = users as [string]
    const second = await newGroup(place)
    const code = 'FailedOperation.UserAddGroupCountOverUpperLimit'
    await expectNoChange(world.server, place, () => add(place, second, user), code, /already is in 1 groups.*quotas\.groupsPerUser/)
    await setQuotas(world.server, place, { groupsPerUser: 2 })
    await add(place, second, user)
  })
}

/** Source: semantics of groups: types must match; 1031/66367: synchronized groups are read-only while SCIM is enabled, and edited while it is not. */
function owners(world: SharedServer): void {
  const match = 'FailedOperation.GroupTypeUserTypeNotMatch'
  const whileDisabled = {
    'Manual Manual': undefined,
    'Manual Synchronized': match,
    'Synchronized Manual': match,
    'Synchronized Synchronized': undefined,
  }
  const whileEnabled = {
    ...whileDisabled,
    'Synchronized Manual': 'FailedOperation.SynchronizedGroupNotUpdate',
    'Synchronized Synchronized': 'FailedOperation.SynchronizedGroupNotAddUser',
  }
  const rounds = [
    ['Disabled', whileDisabled],
    ['Enabled', whileEnabled],
  ] as const

  for (const [status, verdicts] of rounds) {
    for (const [pair, code] of Object.entries(verdicts)) {
      const [GroupType = '', UserType = ''] = pair.split(' ')
      test(`${GroupType} group, ${UserType} user, SCIM ${status}: ${code ?? 'added'}`, async () => {
        const place = await newZone(world.server)
        const [group, user] = [await newGroup(place, { GroupType }), await newUser(place, { UserType })]
        await switchScim(place, status)
        const words = code === match ? `${group} is of GroupType ${GroupType} and user ${user} of UserType ${UserType}.` : group
        if (code) await expectNoChange(world.server, place, () => add(place, group, user), code, words)
        else await add(place, group, user)
        const { TotalCounts } = await place.client.ListGroupMembers({ ZoneId: place.zone, GroupId: group })
        expect(TotalCounts).toBe(code ? 0 : 1)
      })
    }
  }

  test('switching on, off and on again: the synchronized group is closed, open and closed', async () => {
    const place = await newZone(world.server)
    const group = await newGroup(place, { GroupType: 'Synchronized' })
    const users = [await newUser(place, { UserType: 'Synchronized' }), await newUser(place, { UserType: 'Synchronized' })]
    const closed = (user: string) =>
      expectRefusal(add(place, group, user), 'FailedOperation.SynchronizedGroupNotAddUser', 'disable synchronization')
    await switchScim(place, 'Enabled')
    await closed(users[0] as string)
    await switchScim(place, 'Disabled')
    await add(place, group, users[0] as string)
    await switchScim(place, 'Enabled')
    await closed(users[1] as string)
    // Closed for the member too: who owns the group is asked before who is in it.
    await closed(users[0] as string)
  })
}
