import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import type { Client } from '../../../kit/clients.ts'
import { newAccount, newMember, newOrganization, somePhone, unique } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { reachLocalhostNames } from '../../../kit/sdk/localhost-names.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'
import { apply, offsetPages, type ProviderResource, providerClient } from './provider-resource.ts'

onEveryEngine('The organization as the Terraform provider asks for it', (engine) => {
  reachLocalhostNames()
  const world = sharedServer({ engine })
  describe('resources', () => resources(world))
  describe('members', () => members(world))
  describe('data sources', () => dataSources(world))
})

const nodesOf = (client: Client) => offsetPages(50, (span) => client.DescribeOrganizationNodes(span))
const membersOf = (client: Client) => offsetPages(50, (span) => client.DescribeOrganizationMembers(span))

async function managerOf({ server }: SharedServer) {
  const { key, organization, uin } = await newOrganization(server)
  const client = providerClient(server, key)
  const { RootNodeId } = await client.DescribeOrganization({})
  return { client, organization, uin, root: RootNodeId as number }
}

/** `tencentcloud_organization_instance`: the name of the root is said to its department and found among all departments. */
function instances(client: Client): ProviderResource<{ root_node_name: string }> {
  const nameRoot = async (Name: string) => {
    const { RootNodeId } = await client.DescribeOrganization({})
    await client.UpdateOrganizationNode({ NodeId: RootNodeId as number, Name })
  }
  return {
    async create({ root_node_name }) {
      const { OrgId } = await client.CreateOrganization()
      await nameRoot(root_node_name)
      return String(OrgId)
    },
    async read() {
      const { RequestId: _, ...shown } = await client.DescribeOrganization({})
      const root = (await nodesOf(client)).find(({ NodeId }) => NodeId === shown.RootNodeId)
      return { ...shown, root_node_name: root?.Name }
    },
    update: (_, { root_node_name }) => nameRoot(root_node_name),
  }
}

type Node = { name: string; parent_node_id: number; remark?: string; tags?: Record<string, string> }

/** `tencentcloud_organization_org_node`: found among all departments; an update says what differs. Tags are changed over another product. */
function nodes(client: Client): ProviderResource<Node> {
  return {
    async create({ name, parent_node_id, remark, tags = {} }) {
      const Tags = Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }))
      const asked = { ParentNodeId: parent_node_id, Name: name, ...(remark && { Remark: remark }), ...(Tags.length > 0 && { Tags }) }
      return String((await client.AddOrganizationNode(asked)).NodeId)
    },
    async read(id) {
      const node = (await nodesOf(client)).find(({ NodeId }) => String(NodeId) === id)
      if (!node) return
      const tags = Object.fromEntries((node.Tags ?? []).map(({ TagKey, TagValue }) => [TagKey, TagValue]))
      return { name: node.Name, parent_node_id: node.ParentNodeId, remark: node.Remark, tags }
    },
    async update(id, { name, remark }, before) {
      const differing = { ...(name !== before.name && { Name: name }), ...(remark && remark !== before.remark && { Remark: remark }) }
      await client.UpdateOrganizationNode({ NodeId: Number(id), ...differing })
    },
  }
}

type Member = { name: string; node_id: number; permission_ids: number[]; remark?: string }

/** `tencentcloud_organization_org_member` of older versions: RecordId 0 for none, and an update of nothing after every move. */
function created(client: Client): ProviderResource<Member> {
  return {
    async create({ name, node_id, permission_ids, remark }) {
      const { Uin } = await client.CreateOrganizationMember({
        ...{ Name: name, AccountName: name, PolicyType: 'Financial', PermissionIds: permission_ids, NodeId: node_id, RecordId: 0 },
        ...(remark && { Remark: remark }),
      })
      return String(Uin)
    },
    async read(id) {
      const member = (await membersOf(client)).find(({ MemberUin }) => String(MemberUin) === id)
      if (!member) return
      const permission_ids = member.OrgPermission?.map(({ Id }) => Id)
      const told = { policy_type: member.OrgPolicyType, member_type: member.MemberType, update_time: member.UpdateTime }
      return { name: member.Name, node_id: member.NodeId, permission_ids, remark: member.Remark, ...told }
    },
    async update(id, { name, node_id, remark }, before) {
      if (node_id !== before.node_id) await client.MoveOrganizationNodeMembers({ MemberUin: [Number(id)], NodeId: node_id })
      const differing = { ...(name !== before.name && { Name: name }), ...(remark && remark !== before.remark && { Remark: remark }) }
      await client.UpdateOrganizationMember({ MemberUin: Number(id), ...differing })
    },
  }
}

function resources(world: SharedServer): void {
  test('an organization: made by an account that has none, its root named and named again, deleted', async () => {
    const account = await newAccount(world.server)
    const client = providerClient(world.server, account.key)
    await apply(instances(client), { root_node_name: 'Acme' }, { root_node_name: 'Acme-Holding' })
    expect(await instances(client).read('')).toMatchObject({ HostUin: account.uin, IsManager: true, OrgPolicyType: 'Financial' })
    await client.DeleteOrganization()
    await expectRefusal(client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'belongs to no organization')
  })

  test('a department with tags: applied, planned again, changed, gone from the list when it is destroyed', async () => {
    const { client, root } = await managerOf(world)
    const wanted = { name: 'terraform_test', parent_node_id: root, remark: 'for terraform test', tags: { team: 'platform' } }
    const id = await apply(nodes(client), wanted, { ...wanted, name: 'terraform_test_2' })
    // Where only tags differ, the department is told nothing at all.
    await client.UpdateOrganizationNode({ NodeId: Number(id) })
    await client.DeleteOrganizationNodes({ NodeId: [Number(id)] })
    expect(await nodes(client).read(id)).toBeUndefined()
  })

  test('delegates of a service: the scope left out is 0 and read as 1; an ascending list is read as it was written; none when destroyed', async () => {
    const { client, organization } = await managerOf(world)
    const uins = [(await newMember(world.server, organization)).uin, (await newMember(world.server, organization)).uin].sort(
      (a, b) => a - b,
    )
    const read = () => offsetPages(10, (span) => client.ListOrgServiceAssignMember({ ServiceId: 15, ...span }))
    await client.CreateOrgServiceAssign({ ServiceId: 15, MemberUins: uins, ManagementScope: 0 })
    const delegates = await read()
    expect(delegates.map(({ MemberUin }) => MemberUin)).toEqual(uins)
    // The scope of the first stands for all.
    expect(delegates[0]).toMatchObject({ ServiceId: 15, ManagementScope: 1, ManagementScopeMembers: [], ManagementScopeNodes: [] })
    for (const MemberUin of uins) await client.DeleteOrgServiceAssign({ ServiceId: 15, MemberUin })
    expect(await read()).toEqual([])
  })

  test('an invitation and leaving are said once; nothing is read of them', async () => {
    const entity = unique('entity')
    const manager = await newAccount(world.server, { entity })
    const client = providerClient(world.server, manager.key)
    const { OrgId } = await client.CreateOrganization()
    const { RootNodeId } = await client.DescribeOrganization({})
    const invited = await newAccount(world.server, { entity })
    const terms = { Name: 'Invited', PolicyType: 'Financial', PermissionIds: [2, 1], NodeId: RootNodeId as number, IsAllowQuit: 'Allow' }
    await client.InviteOrganizationMember({ MemberUin: invited.uin, ...terms, Tags: [{ TagKey: 'team', TagValue: 'platform' }] })
    const { Invitations } = await invited.older.ListOrganizationInvitations({ Invited: 1 })
    await invited.older.AcceptOrganizationInvitation({ Id: Invitations?.[0]?.Id as number })
    await providerClient(world.server, invited.key).QuitOrganization({ OrgId: OrgId as number })
    expect(await membersOf(client)).toHaveLength(1)
  })
}

function members(world: SharedServer): void {
  test('a created member: applied, planned again, moved and renamed; destroying it is refused with what it lacks, until it may go', async () => {
    const { client, root, organization } = await managerOf(world)
    const { NodeId } = await client.AddOrganizationNode({ ParentNodeId: root, Name: 'Elsewhere' })
    const wanted = { name: unique('tf').slice(0, 25), node_id: root, permission_ids: [1, 2], remark: 'for terraform test' }
    const id = await apply(created(client), wanted, { ...wanted, node_id: NodeId as number })
    await created(client).update(id, { ...wanted, name: 'renamed' }, wanted)
    expect(await created(client).read(id)).toMatchObject({ name: 'renamed', member_type: 'Create', policy_type: 'Financial' })
    const destroy = () => client.DeleteOrganizationMembers({ MemberUin: [Number(id)] })
    await expectRefusal(destroy(), 'UnsupportedOperation.CreateMemberNotAllowDelete', 'AddOrganizationMemberEmail')
    // With force_delete_account, the account itself is asked to go.
    await expectRefusal(client.DeleteAccount({ MemberUin: Number(id) }), 'UnsupportedOperation.DeleteAccountDisabled', 'deletionPermission')
    const permitted = await admin(world.server, 'PATCH', `/organizations/${organization}`, { facts: { deletionPermission: true } })
    expect(permitted.status).toBe(200)
    await client.DeleteAccount({ MemberUin: Number(id) })
  })

  test('a security mail: found by its number; the phone is read masked, so a plan always wants to say all three again, which is taken', async () => {
    const { client, root } = await managerOf(world)
    const uin = Number(await created(client).create({ name: 'WithMail', node_id: root, permission_ids: [1, 2] }))
    // Without one there is a number all the same: the provider follows it without looking whether it is there.
    expect(await client.DescribeOrganizationMemberEmailBind({ MemberUin: uin })).toMatchObject({ BindId: 0, BindStatus: 'Unbound' })
    const contact = { Email: `${unique('tf')}@example.com`, CountryCode: '86', Phone: somePhone() }
    const { BindId } = await client.AddOrganizationMemberEmail({ MemberUin: uin, ...contact })
    const read = () => client.DescribeOrganizationMemberEmailBind({ MemberUin: uin })
    expect(await read()).toMatchObject({ BindId, Email: contact.Email, CountryCode: '86', Phone: expect.stringMatching(/^13\*+\d\d$/) })
    await client.UpdateOrganizationMemberEmailBind({ MemberUin: uin, BindId: BindId as number, ...contact })
    expect(await read()).toMatchObject({ BindId, Email: contact.Email })
  })
}

function dataSources(world: SharedServer): void {
  test('members, departments, services and companies: all pages, also where the last is full', async () => {
    const { client, root, organization, uin } = await managerOf(world)
    const uins = [uin]
    for (let count = 1; count < 20; count++) uins.push((await newMember(world.server, organization)).uin)
    const shown = await offsetPages(20, (span) => client.DescribeOrganizationMembers({ ...span, Lang: 'en' }))
    expect(shown.map(({ MemberUin }) => MemberUin).sort()).toEqual(uins.sort())

    await nodes(client).create({ name: 'Tagged', parent_node_id: root, tags: { team: 'platform' } })
    const tagged = { Tags: [{ TagKey: 'team', TagValue: 'platform' }] }
    expect(await client.DescribeOrganizationNodes({ ...tagged, Limit: 50, Offset: 0 })).toMatchObject({ Items: [{ Name: 'Tagged' }] })

    const services = await offsetPages(10, (span) => client.ListOrganizationService(span))
    // MemberNum is a text in the provider's schema.
    expect(services.find(({ ServiceId }) => ServiceId === 15)).toMatchObject({ Product: 'config', MemberNum: '0', CanAssignCount: 5 })
    expect(await offsetPages(20, (span) => client.DescribeOrganizationAuthNode(span))).toBeInstanceOf(Array)
  })
}
