import { describe, expect, test } from 'vitest'
import { eventsOf, newGroup, newUser, newZone, switchScim, type TestZone, withGroup } from '../../../../kit/directory.ts'
import { onEveryEngine } from '../../../../kit/engines.ts'
import { expectNoChange, expectRefusal } from '../../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../../kit/shared-server.ts'
import { refusesWithoutZone } from '../zone-refusals.ts'

onEveryEngine('RemoveUserFromGroup', (engine) => {
  const world = sharedServer({ engine })
  describe('removes', () => removes(world))
  describe('refuses', () => refuses(world))
  describe('owners and synchronization', () => owners(world))
  refusesWithoutZone(world, (client, ZoneId) => client.RemoveUserFromGroup({ ZoneId, GroupId: 'g-000000000000', UserId: 'u-000000000000' }))
})

const remove = ({ client, zone }: TestZone, GroupId: string, UserId: string) =>
  client.RemoveUserFromGroup({ ZoneId: zone, GroupId, UserId })

const membersOf = async ({ client, zone }: TestZone, GroupId: string) => {
  const { GroupMembers } = await client.ListGroupMembers({ ZoneId: zone, GroupId })
  return GroupMembers?.map(({ UserId }) => UserId).sort()
}

function removes(world: SharedServer): void {
  test('exactly the user that is named leaves exactly the group that is named', async () => {
    const place = await newZone(world.server)
    const { group, users } = await withGroup(place, 3)
    const [gone = '', ...rest] = users
    const other = await newGroup(place)
    await place.client.AddUserToGroup({ ZoneId: place.zone, GroupId: other, UserId: gone })
    const answer = await remove(place, group, gone)
    // Source: RemoveUserFromGroup example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await membersOf(place, group)).toEqual(rest.sort())
    expect(await membersOf(place, other)).toEqual([gone])
    expect((await place.client.GetGroup({ ZoneId: place.zone, GroupId: group })).GroupInfo?.MemberCount).toBe(2)
    const { JoinedGroups } = await place.client.ListJoinedGroupsForUser({ ZoneId: place.zone, UserId: gone })
    expect(JoinedGroups?.map(({ GroupId }) => GroupId)).toEqual([other])
    // The user itself stays.
    await place.client.GetUser({ ZoneId: place.zone, UserId: gone })
  })

  test('one event row that keeps since when the user was in it; then the user may come back', async () => {
    const place = await newZone(world.server)
    const { group, users } = await withGroup(place)
    const [user] = users as [string]
    const joinedAt = world.clock.now()
    world.clock.pass(2000)
    const { RequestId } = await remove(place, group, user)
    const events = await eventsOf(world.server, group)
    expect(events.map(({ kind }) => kind)).toEqual(['group_created', 'member_added', 'member_removed'])
    expect(events.at(-1)).toMatchObject({
      tenant: place.zone,
      at: new Date(world.clock.now()).toISOString(),
      actor: `key:${place.key.secretId}`,
      account: place.uin,
      operation: 'RemoveUserFromGroup',
      requestId: RequestId,
      before: { user, joinedAt },
      after: null,
    })
    await place.client.AddUserToGroup({ ZoneId: place.zone, GroupId: group, UserId: user })
    expect(await membersOf(place, group)).toEqual([user])
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter.GroupUserNotExist: never in it, not any more, or no user at all', async () => {
    const place = await newZone(world.server)
    const { group, users } = await withGroup(place, 2)
    const [gone] = users as [string]
    await remove(place, group, gone)
    // Source: this action lists no UserNotExist (semantics of groups).
    for (const user of [await newUser(place), gone, 'u-000000000000']) {
      await expectNoChange(
        world.server,
        place,
        () => remove(place, group, user),
        'InvalidParameter.GroupUserNotExist',
        `User ${user} is not in group ${group}`,
      )
    }
  })

  test('InvalidParameter.GroupNotExist, also for a group of another zone', async () => {
    const [place, other] = [await newZone(world.server), await newZone(world.server)]
    const { users } = await withGroup(place)
    const foreign = await withGroup(other)
    for (const [group, user] of [
      ['g-000000000000', users[0]],
      [foreign.group, foreign.users[0]],
    ] as [string, string][]) {
      await expectNoChange(world.server, place, () => remove(place, group, user), 'InvalidParameter.GroupNotExist', `No group ${group}`)
    }
    expect(await membersOf(other, foreign.group)).toEqual(foreign.users)
  })
}

/** Source: 1031/66367, synchronized groups are read-only while SCIM is enabled. */
function owners(world: SharedServer): void {
  for (const status of ['Disabled', 'Enabled'] as const) {
    test(`a manual group, SCIM ${status}: removed`, async () => {
      const place = await newZone(world.server)
      const { group, users } = await withGroup(place)
      await switchScim(place, status)
      await remove(place, group, users[0] as string)
      expect(await membersOf(place, group)).toEqual([])
    })
  }

  test('a synchronized group: closed while SCIM is enabled, open while it is disabled, closed again', async () => {
    const place = await newZone(world.server)
    const group = await newGroup(place, { GroupType: 'Synchronized' })
    const [first, second, manual] = [
      await newUser(place, { UserType: 'Synchronized' }),
      await newUser(place, { UserType: 'Synchronized' }),
      await newUser(place),
    ]
    for (const UserId of [first, second]) await place.client.AddUserToGroup({ ZoneId: place.zone, GroupId: group, UserId })

    await switchScim(place, 'Enabled')
    const closed = 'FailedOperation.SynchronizedGroupNotRemoveUser'
    await expectNoChange(world.server, place, () => remove(place, group, first), closed, `Group ${group} is kept by SCIM`)
    // Who is not in it has nothing to be removed from: the second spelling.
    await expectNoChange(world.server, place, () => remove(place, group, manual), 'FailedOperation.SynchronizedGroupNotUpdate', group)

    await switchScim(place, 'Disabled')
    await remove(place, group, first)
    await expectRefusal(remove(place, group, manual), 'InvalidParameter.GroupUserNotExist', manual)

    await switchScim(place, 'Enabled')
    await expectRefusal(remove(place, group, second), closed, 'disable synchronization')
    expect(await membersOf(place, group)).toEqual([second])
  })
}
