import { vi } from 'vitest'
import { admin } from '../kit/admin.ts'
import { newAccount, somePhone, type TestAccount, unique } from '../kit/directory.ts'
import type { TestServer } from '../kit/server.ts'

/** What the story goes on with, of whichever answer. */
interface Answer {
  readonly ZoneId?: string
  readonly CredentialId?: string
  readonly UserInfo?: { readonly UserId?: string }
  readonly GroupInfo?: { readonly GroupId?: string }
  readonly NodeId?: number
  readonly Uin?: number
  readonly BindId?: number
  readonly OrgId?: number
}

/** Makes one call, as an account, with the client of either version. */
export type Change = (who: TestAccount, action: string, parameters: object, version?: 'client' | 'older') => Promise<Answer>

const ordinary = { PolicyType: 'Financial', PermissionIds: [1, 2] }

/** Every action that changes something, each at a place where it works and changes something. */
export async function changingStory(server: TestServer, call: Change): Promise<void> {
  const manager = await newAccount(server)
  await call(manager, 'CreateOrganization', {})
  const { RootNodeId } = await manager.client.DescribeOrganization({})
  const root = RootNodeId as number
  await identityCenter(manager, call)
  const deep = await departments(manager, root, call)
  await members(server, manager, { root, deep }, call)
  await ends(server, call)
}

async function identityCenter(manager: TestAccount, call: Change): Promise<void> {
  const { ZoneId } = await call(manager, 'OpenIdentityCenter', { ZoneName: unique('zone') })
  await call(manager, 'UpdateZone', { ZoneId, NewZoneName: unique('renamed') })
  await call(manager, 'UpdateSCIMSynchronizationStatus', { ZoneId, SCIMSynchronizationStatus: 'Enabled' })
  const { CredentialId } = await call(manager, 'CreateSCIMCredential', { ZoneId, ExpireDuration: 3600 })
  await call(manager, 'UpdateSCIMCredentialStatus', { ZoneId, CredentialId, NewStatus: 'Disabled' })
  await call(manager, 'DeleteSCIMCredential', { ZoneId, CredentialId })
  const { UserInfo } = await call(manager, 'CreateUser', { ZoneId, UserName: 'li.si', DisplayName: '李四 😀' })
  const { GroupInfo } = await call(manager, 'CreateGroup', { ZoneId, GroupName: 'Payroll', Description: '工资' })
  const user = { ZoneId, UserId: UserInfo?.UserId }
  const group = { ZoneId, GroupId: GroupInfo?.GroupId }
  await call(manager, 'UpdateUser', { ...user, NewEmail: 'li.si@example.com' })
  await call(manager, 'UpdateUserStatus', { ...user, NewUserStatus: 'Disabled' })
  await call(manager, 'UpdateGroup', { ...group, NewDescription: '' })
  await call(manager, 'AddUserToGroup', { ...user, ...group })
  await call(manager, 'RemoveUserFromGroup', { ...user, ...group })
  await call(manager, 'DeleteGroup', group)
  await call(manager, 'DeleteUser', user)
}

async function departments(manager: TestAccount, root: number, call: Change): Promise<number> {
  const { NodeId } = await call(manager, 'AddOrganizationNode', { ParentNodeId: root, Name: 'Payments' })
  await call(manager, 'UpdateOrganizationNode', { NodeId, Name: '账本' })
  const gone = await call(manager, 'AddOrganizationNode', { ParentNodeId: NodeId, Name: 'Gone' })
  await call(manager, 'DeleteOrganizationNodes', { NodeId: [gone.NodeId] })
  const older = await call(manager, 'AddOrganizationNode', { ParentNodeId: NodeId, Name: 'Older' }, 'older')
  await call(manager, 'UpdateOrganizationNode', { NodeId: older.NodeId, ParentNodeId: root }, 'older')
  await call(manager, 'DeleteOrganizationNodes', { NodeIds: [older.NodeId] }, 'older')
  return NodeId as number
}

/** An account of the manager's own company, which may be invited. */
async function newInvitee(server: TestServer, { uin }: TestAccount): Promise<TestAccount> {
  const invitee = await newAccount(server)
  const { body } = await admin<{ entity: string }>(server, 'GET', `/accounts/${uin}`)
  await admin(server, 'PATCH', `/accounts/${invitee.uin}`, { entity: body.entity })
  return invitee
}

async function invitationTo(invitee: TestAccount): Promise<object> {
  const { Invitations } = await invitee.older.ListOrganizationInvitations({ Invited: 1 })
  return { Id: Invitations?.[0]?.Id }
}

interface Tree {
  readonly root: number
  readonly deep: number
}

async function members(server: TestServer, manager: TestAccount, { root, deep }: Tree, call: Change): Promise<void> {
  const [first, second, third, fourth] = (await Promise.all(Array.from({ length: 4 }, () => newInvitee(server, manager)))) as [
    ...[TestAccount, TestAccount, TestAccount, TestAccount],
  ]
  const invited = { ...ordinary, MemberUin: first.uin, Name: 'Came', NodeId: root, IsAllowQuit: 'Allow' }
  await call(manager, 'InviteOrganizationMember', invited)
  await call(first, 'AcceptOrganizationInvitation', await invitationTo(first), 'older')
  const send = (invitee: TestAccount) =>
    call(manager, 'SendOrganizationInvitation', { InviteUin: invitee.uin, Name: 'Asked', Remark: '' }, 'older')
  await send(second)
  await call(second, 'DenyOrganizationInvitation', await invitationTo(second), 'older')
  await send(third)
  await call(manager, 'CancelOrganizationInvitation', await invitationTo(third), 'older')
  await send(fourth)
  await fourth.older.AcceptOrganizationInvitation((await invitationTo(fourth)) as { Id: number })

  await call(manager, 'MoveOrganizationNodeMembers', { NodeId: deep, MemberUin: [first.uin] })
  await call(manager, 'DeleteOrganizationMemberFromNode', { NodeId: deep, MemberUin: first.uin }, 'older')
  await call(manager, 'MoveOrganizationMembersToNode', { NodeId: deep, Uins: [first.uin] }, 'older')
  await call(manager, 'UpdateOrganizationMember', { MemberUin: first.uin, Name: 'Renamed' })
  await call(manager, 'UpdateOrganizationMember', { MemberUin: first.uin, Remark: '备注' }, 'older')
  await call(manager, 'CreateOrgServiceAssign', { MemberUins: [first.uin], Product: 'cloudaudit' })
  await call(manager, 'DeleteOrgServiceAssign', { MemberUin: first.uin, Product: 'cloudaudit' })
  const { OrgId } = await first.client.DescribeOrganization({})
  await call(first, 'QuitOrganization', { OrgId })
  await call(manager, 'DeleteOrganizationMembers', { Uins: [fourth.uin] }, 'older')
  await createdMember(server, manager, { root, deep }, call)
}

async function createdMember(server: TestServer, manager: TestAccount, { root }: Tree, call: Change): Promise<void> {
  const named = (Name: string) => ({ ...ordinary, Name, AccountName: Name, NodeId: root })
  const { Uin: MemberUin } = await call(manager, 'CreateOrganizationMember', named('built-here'))
  const contact = { MemberUin, Email: `${unique('built')}@example.com`, CountryCode: '86', Phone: somePhone() }
  const { BindId } = await call(manager, 'AddOrganizationMemberEmail', contact)
  await call(manager, 'UpdateOrganizationMemberEmailBind', { ...contact, BindId, Email: `${unique('other')}@example.com` })
  await call(manager, 'SendOrgMemberAccountBindEmail', { MemberUin, BindId })
  await admin(server, 'POST', `/accounts/${MemberUin}/mail-binding`, { outcome: 'success', phone: true })
  await call(manager, 'DeleteOrganizationMembers', { MemberUin: [MemberUin] })

  const { Uin } = await call(manager, 'CreateOrganizationMember', named('short-lived'))
  const { OrgId } = await manager.client.DescribeOrganization({})
  await admin(server, 'PATCH', `/organizations/${OrgId}`, { facts: { deletionPermission: true } })
  await call(manager, 'DeleteAccount', { MemberUin: Uin })
  // It is finished beside the calls.
  await vi.waitUntil(async () => (await admin(server, 'GET', `/accounts/${Uin}`)).status === 404, { timeout: 10_000 })
}

/** Organizations that have nothing in them, and a member of one by the older version. */
async function ends(server: TestServer, call: Change): Promise<void> {
  const [manager, other] = [await newAccount(server), await newAccount(server)]
  const { OrgId } = await call(manager, 'CreateOrganization', { OrgType: 1 }, 'older')
  const member = await newInvitee(server, manager)
  await manager.older.SendOrganizationInvitation({ InviteUin: member.uin, Name: 'Asked', Remark: '' })
  await member.older.AcceptOrganizationInvitation((await invitationTo(member)) as { Id: number })
  await manager.client.UpdateOrganizationMember({ MemberUin: member.uin, IsAllowQuit: 'Allow' })
  await call(member, 'QuitOrganization', { OrgId }, 'older')
  await call(manager, 'DeleteOrganization', {}, 'older')
  await other.client.CreateOrganization()
  await call(other, 'DeleteOrganization', {})
}
