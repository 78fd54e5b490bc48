import { describe, expect, test } from 'vitest'
import type { Client } from '../../../kit/clients.ts'
import { newOrganization, newUser, newZone, unique } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { expectRefusal, refusal } from '../../../kit/refusals.ts'
import { reachLocalhostNames } from '../../../kit/sdk/localhost-names.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'
import { apply, type ProviderResource, providerClient, tokenPages } from './provider-resource.ts'

type Texts = Record<string, string>

onEveryEngine('The identity center as the Terraform provider asks for it', (engine) => {
  reachLocalhostNames()
  const world = sharedServer({ engine })
  describe('resources', () => resources(world))
  describe('SCIM', () => scim(world))
  describe('data sources', () => dataSources(world))
})

async function zoneOf({ server }: SharedServer) {
  const { zone, key, organization } = await newZone(server)
  return { zone, organization, client: providerClient(server, key) }
}

const idOf = (id: string) => id.split('#').at(-1) as string

/** `tencentcloud_identity_center_user`: what is empty is left out, and an update says all texts again, changed or not. */
function users(client: Client, ZoneId: string): ProviderResource<Texts> {
  const created = { display_name: 'DisplayName', description: 'Description', email: 'Email', user_status: 'UserStatus' } as const
  const updated = { display_name: 'NewDisplayName', description: 'NewDescription', email: 'NewEmail' } as const
  const say = (names: Texts, wanted: Texts) =>
    Object.fromEntries(Object.entries(names).flatMap(([argument, name]) => (wanted[argument] ? [[name, wanted[argument]]] : [])))
  return {
    async create(wanted) {
      const { UserInfo } = await client.CreateUser({ ZoneId, UserName: wanted.user_name as string, ...say(created, wanted) })
      return `${ZoneId}#${UserInfo?.UserId}`
    },
    async read(id) {
      const { UserInfo: user } = await client.GetUser({ ZoneId, UserId: idOf(id) })
      const { UserName, DisplayName, Description, Email, UserStatus, UserType, CreateTime, UpdateTime } = user ?? {}
      const told = { user_type: UserType, create_time: CreateTime, update_time: UpdateTime }
      return { user_name: UserName, display_name: DisplayName, description: Description, email: Email, user_status: UserStatus, ...told }
    },
    async update(id, wanted, before) {
      const user = { ZoneId, UserId: idOf(id) }
      if (wanted.user_status !== before.user_status) {
        await client.UpdateUserStatus({ ...user, NewUserStatus: wanted.user_status as string })
      }
      await client.UpdateUser({ ...user, ...say(updated, wanted) })
    },
  }
}

/** `tencentcloud_identity_center_group`: an update says the name again, changed or not. */
function groups(client: Client, ZoneId: string): ProviderResource<Texts> {
  return {
    async create({ group_name, description }) {
      const { GroupInfo } = await client.CreateGroup({
        ZoneId,
        GroupName: group_name as string,
        ...(description && { Description: description }),
      })
      return `${ZoneId}#${GroupInfo?.GroupId}`
    },
    async read(id) {
      const { GroupInfo: group } = await client.GetGroup({ ZoneId, GroupId: idOf(id) })
      const { GroupName, Description, GroupType, MemberCount, CreateTime, UpdateTime } = group ?? {}
      const told = { member_count: MemberCount, create_time: CreateTime, update_time: UpdateTime }
      return { group_name: GroupName, description: Description, group_type: GroupType, ...told }
    },
    async update(id, { group_name, description }) {
      await client.UpdateGroup({
        ZoneId,
        GroupId: idOf(id),
        NewGroupName: group_name as string,
        ...(description && { NewDescription: description }),
      })
    },
  }
}

function resources(world: SharedServer): void {
  test('a user: applied, planned again, disabled and renamed, destroyed', async () => {
    const { client, zone } = await zoneOf(world)
    const wanted = { user_name: unique('user'), email: `${unique('user')}@example.com`, description: 'by terraform' }
    const changed = { ...wanted, description: 'changed', display_name: 'Mei Lin', user_status: 'Disabled' }
    const id = await apply(users(client, zone), wanted, changed)
    expect(await client.DeleteUser({ ZoneId: zone, UserId: idOf(id) })).toEqual({ RequestId: expect.any(String) })
    // Its refresh passes this on: only an answer without UserInfo would take the user from the state, and the vendor documents none.
    await expectRefusal(users(client, zone).read(id), 'ResourceNotFound.UserNotExist', idOf(id))
  })

  test('a group: applied, planned again, changed, destroyed', async () => {
    const { client, zone } = await zoneOf(world)
    const wanted = { group_name: unique('group') }
    const id = await apply(groups(client, zone), wanted, { ...wanted, description: 'changed' })
    expect(await groups(client, zone).read(id)).toMatchObject({ group_type: 'Manual', member_count: 0 })
    await client.DeleteGroup({ ZoneId: zone, GroupId: idOf(id) })
    await expectRefusal(groups(client, zone).read(id), 'InvalidParameter.GroupNotExist', idOf(id))
  })

  test('an attachment: read from the groups of the user, gone from them when it is destroyed, before both others', async () => {
    const { client, zone: ZoneId } = await zoneOf(world)
    const GroupId = idOf(await groups(client, ZoneId).create({ group_name: unique('group') }))
    const UserId = idOf(await users(client, ZoneId).create({ user_name: unique('user') }))
    const read = async () => {
      const { JoinedGroups } = await client.ListJoinedGroupsForUser({ ZoneId, UserId, MaxResults: 100 })
      return JoinedGroups?.map((joined) => joined.GroupId)
    }
    await client.AddUserToGroup({ ZoneId, GroupId, UserId })
    expect(await read()).toEqual([GroupId])
    await client.RemoveUserFromGroup({ ZoneId, GroupId, UserId })
    expect(await read()).toEqual([])
    await client.DeleteUser({ ZoneId, UserId })
    await client.DeleteGroup({ ZoneId, GroupId })
  })

  test('an identity center: the zone id is the id', async () => {
    const { key } = await newOrganization(world.server)
    const { ZoneId } = await providerClient(world.server, key).OpenIdentityCenter({ ZoneName: unique('zone') })
    expect(ZoneId).toMatch(/^z-/)
  })

  test('a refused apply: the message is English, names the argument and says what is allowed', async () => {
    const { client, zone } = await zoneOf(world)
    const { code, message } = await refusal(groups(client, zone).create({ group_name: 'two words' }))
    expect(code).toBe('InvalidParameter.GroupNameFormatError')
    expect(message).toMatch(/^The parameter `GroupName` does not allow "two words"; allowed: /)
  })

  test('what there is no action for here is refused by its name', async () => {
    const { client, zone } = await zoneOf(world)
    await expectRefusal(client.ListRoleConfigurations({ ZoneId: zone }), 'InvalidAction', 'ListRoleConfigurations')
  })
}

function scim(world: SharedServer): void {
  test('a credential: found by its id alone; an empty list once it is destroyed, enabled or not', async () => {
    const { client, zone: ZoneId } = await zoneOf(world)
    const { CredentialId } = await client.CreateSCIMCredential({ ZoneId })
    const other = await client.CreateSCIMCredential({ ZoneId })
    // The first of the list is taken for the one that was asked for.
    const read = async () => (await client.ListSCIMCredentials({ ZoneId, CredentialId })).SCIMCredentials
    expect(await read()).toEqual([
      {
        ZoneId,
        CredentialId,
        Status: 'Enabled',
        CredentialType: expect.stringMatching(/./),
        CreateTime: expect.stringMatching(/./),
        ExpireTime: expect.stringMatching(/./),
      },
    ])
    // The status resource says on its creation what it wants, be it so already.
    for (const NewStatus of ['Enabled', 'Disabled', 'Enabled']) {
      await client.UpdateSCIMCredentialStatus({ ZoneId, CredentialId: CredentialId as string, NewStatus })
      expect(await read()).toMatchObject([{ Status: NewStatus }])
    }
    await client.DeleteSCIMCredential({ ZoneId, CredentialId: CredentialId as string })
    expect(await read()).toEqual([])
    await client.DeleteSCIMCredential({ ZoneId, CredentialId: other.CredentialId as string })
  })

  test('synchronization: says on its creation what it wants, be it so already', async () => {
    const { client, zone: ZoneId } = await zoneOf(world)
    for (const wanted of ['Disabled', 'Enabled', 'Enabled', 'Disabled']) {
      await client.UpdateSCIMSynchronizationStatus({ ZoneId, SCIMSynchronizationStatus: wanted })
      expect(await client.GetSCIMSynchronizationStatus({ ZoneId })).toMatchObject({ SCIMSynchronizationStatus: wanted })
    }
  })
}

function dataSources(world: SharedServer): void {
  test('users and groups: all pages, none twice, without a page size', async () => {
    const place = await newZone(world.server)
    const client = providerClient(world.server, place.key)
    const made: string[] = []
    for (let count = 0; count < 23; count++) made.push(await newUser(place))
    const group = idOf(await groups(client, place.zone).create({ group_name: unique('group') }))
    await client.AddUserToGroup({ ZoneId: place.zone, GroupId: group, UserId: made[0] as string })

    const asked = { ZoneId: place.zone, FilterGroups: [group], SortField: 'CreateTime', SortType: 'Asc' }
    const pages = await tokenPages((token) => client.ListUsers({ ...asked, ...token }))
    const shown = pages.flatMap(({ Users = [] }) => Users)
    expect(shown.map(({ UserId }) => UserId).sort()).toEqual(made.sort())
    expect(shown.filter(({ IsSelected }) => IsSelected)).toHaveLength(1)

    const found = await tokenPages((token) => client.ListGroups({ ZoneId: place.zone, FilterUsers: [made[0] as string], ...token }))
    expect(found.flatMap(({ Groups }) => Groups)).toMatchObject([{ GroupId: group, MemberCount: 1 }])
  })
}
