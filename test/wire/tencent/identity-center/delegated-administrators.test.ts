import { describe, expect, test } from 'vitest'
import { eventsOf, newMember, newZone, type TestZone, unique } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

/** Source: 1031/55972, a delegated administrator manages the business of its service in the manager's place. */
onEveryEngine('delegated administrators of the identity center', (engine) => {
  const world = sharedServer({ engine })
  describe('may', () => may(world))
  describe('may not', () => mayNot(world))
})

/** A zone, and a member that the service is delegated to. */
async function delegated({ server }: SharedServer, Product = 'cic') {
  const place = await newZone(server)
  const member = await newMember(server, place.organization)
  await place.client.CreateOrgServiceAssign({ Product, MemberUins: [member.uin] })
  return { place, member, administered: { ...place, ...member } satisfies TestZone }
}

function may(world: SharedServer): void {
  test('manage users and groups, seen by the manager; what they do is recorded as theirs', async () => {
    const { place, member } = await delegated(world)
    const { client } = member
    const ZoneId = place.zone
    const { UserInfo } = await client.CreateUser({ ZoneId, UserName: unique('user') })
    const { GroupInfo } = await client.CreateGroup({ ZoneId, GroupName: unique('group') })
    const [UserId, GroupId] = [UserInfo?.UserId as string, GroupInfo?.GroupId as string]
    await client.AddUserToGroup({ ZoneId, GroupId, UserId })
    expect((await place.client.ListGroupMembers({ ZoneId, GroupId })).TotalCounts).toBe(1)
    expect((await client.ListJoinedGroupsForUser({ ZoneId, UserId })).TotalCounts).toBe(1)
    await client.UpdateUserStatus({ ZoneId, UserId, NewUserStatus: 'Disabled' })
    expect((await place.client.GetUser({ ZoneId, UserId })).UserInfo?.UserStatus).toBe('Disabled')
    await client.RemoveUserFromGroup({ ZoneId, GroupId, UserId })
    await client.DeleteUser({ ZoneId, UserId })
    expect((await client.ListUsers({ ZoneId })).TotalCounts).toBe(0)
    expect((await client.ListGroups({ ZoneId })).TotalCounts).toBe(1)
    const told = await eventsOf(world.server, UserId)
    expect(told.map(({ kind, account }) => [kind, account])).toEqual([
      ['user_created', member.uin],
      ['user_status_changed', member.uin],
      ['user_deleted', member.uin],
    ])
  })

  test('look at the zone, rename it and keep its SCIM keys', async () => {
    const { place, member } = await delegated(world)
    const { client } = member
    const NewZoneName = unique('renamed')
    await client.UpdateZone({ ZoneId: place.zone, NewZoneName })
    expect(await place.client.DescribeIdentityCenter()).toMatchObject({ ZoneId: place.zone, ZoneName: NewZoneName })
    expect((await client.GetZoneStatistics({ ZoneId: place.zone })).ZoneStatistics).toMatchObject({ UserCount: 0 })
    await client.UpdateSCIMSynchronizationStatus({ ZoneId: place.zone, SCIMSynchronizationStatus: 'Enabled' })
    const { CredentialId } = await client.CreateSCIMCredential({ ZoneId: place.zone })
    const { SCIMCredentials } = await place.client.ListSCIMCredentials({ ZoneId: place.zone })
    expect(SCIMCredentials?.map((key) => key.CredentialId)).toEqual([CredentialId])
  })
}

function mayNot(world: SharedServer): void {
  const refused = ({ client, zone: ZoneId, organization }: TestZone) =>
    expectRefusal(
      client.ListUsers({ ZoneId }),
      'UnauthorizedOperation',
      `organization ${organization}, and members that it delegates cic to`,
    )

  test('any more once the delegation has ended', async () => {
    const { place, member, administered } = await delegated(world)
    await member.client.ListUsers({ ZoneId: place.zone })
    await place.client.DeleteOrgServiceAssign({ Product: 'cic', MemberUin: member.uin })
    await refused(administered)
  })

  test('by administering another service', async () => {
    const { administered } = await delegated(world, 'cam')
    await refused(administered)
  })

  test('reach the zone of another organization', async () => {
    const { member } = await delegated(world)
    const other = await newZone(world.server)
    await expectRefusal(member.client.ListUsers({ ZoneId: other.zone }), 'FailedOperation.ZoneIdNotExist', `No zone ${other.zone}`)
  })

  test('manage the organization', async () => {
    const { member } = await delegated(world)
    const { client, uin } = member
    await expectRefusal(
      client.OpenIdentityCenter({ ZoneName: unique('zone') }),
      'FailedOperation.IdentityCenterNotOrganizationManager',
      'Only the manager account',
    )
    await expectRefusal(client.DeleteOrganizationMembers({ MemberUin: [uin] }), 'ResourceNotFound.OrganizationNotExist', 'Only the manager')
  })
}
