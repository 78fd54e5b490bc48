import { expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { eventsIn, newAccount, newOrganization, somePhone, type TestAccount, unique } from '../../../kit/directory.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const world = sharedServer()

const set = async (path: string, body: object, method: 'PATCH' | 'POST' | 'PUT' | 'DELETE' = 'PATCH') => {
  const answer = await admin<object>(world.server, method, path, body)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
}

const ordinary = { PolicyType: 'Financial', PermissionIds: [1, 2] }

/** Five departments, each below the one before; answers the deepest. */
async function growTree({ client }: TestAccount): Promise<{ root: number; deepest: number }> {
  const root = (await client.DescribeOrganization({})).RootNodeId as number
  let parent = root
  for (const Name of ['集团', 'East', 'Hangzhou', 'Payments', 'Ledger']) {
    parent = (await client.AddOrganizationNode({ ParentNodeId: parent, Name })).NodeId as number
  }
  await expectRefusal(
    client.AddOrganizationNode({ ParentNodeId: parent, Name: 'TooDeep' }),
    'LimitExceeded.NodeDepthExceedLimit',
    '5 levels',
  )
  return { root, deepest: parent }
}

test('an organization from its first day: a tree, members of both kinds, everything that can keep one, and every way to leave', async () => {
  const manager = await newOrganization(world.server)
  const { client, organization } = manager
  const { root, deepest } = await growTree(manager)

  const { Uin: created } = await client.CreateOrganizationMember({
    ...ordinary,
    Name: 'BuiltHere',
    AccountName: 'built-here',
    NodeId: root,
  })

  const invitee = await newAccount(world.server)
  await set(`/accounts/${invitee.uin}`, { entity: (await entityOf(manager.uin)) as string })
  await client.InviteOrganizationMember({ ...ordinary, MemberUin: invitee.uin, Name: 'CameAlong', NodeId: root, IsAllowQuit: 'Allow' })
  const { Invitations } = await invitee.older.ListOrganizationInvitations({ Invited: 1 })
  await invitee.older.AcceptOrganizationInvitation({ Id: Invitations?.[0]?.Id as number })
  expect(await invitee.client.DescribeOrganization({})).toMatchObject({ OrgId: organization, IsManager: false, IsAllowQuit: 'Allow' })

  await client.MoveOrganizationNodeMembers({ NodeId: deepest, MemberUin: [invitee.uin, created as number] })
  const listed = await client.DescribeOrganizationMembers({ Offset: 0, Limit: 50, NodeId: deepest })
  expect(listed.Items?.map(({ MemberUin, MemberType }) => [MemberUin, MemberType]).sort()).toEqual(
    [
      [invitee.uin, 'Invite'],
      [created, 'Create'],
    ].sort(),
  )

  await blockedInEveryWay(manager, invitee)

  await client.AddOrganizationMemberEmail({
    MemberUin: created as number,
    Email: `${unique('built')}@example.com`,
    CountryCode: '86',
    Phone: somePhone(),
  })
  await expectRefusal(
    client.DeleteOrganizationMembers({ MemberUin: [created as number] }),
    'UnsupportedOperation.CreateMemberNotAllowDelete',
    String(created),
  )
  await set(`/accounts/${created}/mail-binding`, { outcome: 'success', phone: true }, 'POST')
  await client.DeleteOrganizationMembers({ MemberUin: [created as number] })

  const destroyed = await deletedForGood(manager, root)
  const left = (await eventsIn(world.server, `organization-${organization}`)).filter(({ kind }) => kind === 'account_left')
  expect(left.map(({ subject }) => subject)).toEqual([invitee.uin, created, destroyed].map(String))
})

async function entityOf(uin: number): Promise<string> {
  return (await admin<{ entity: string }>(world.server, 'GET', `/accounts/${uin}`)).body.entity
}

/** Each reason alone: set, met by QuitOrganization, cleared again; then nothing is in the way. */
async function blockedInEveryWay(
  { client, uin, organization }: TestAccount & { organization: number },
  member: TestAccount,
): Promise<void> {
  const quit = () => member.client.QuitOrganization({ OrgId: organization })
  const facts = (values: object) => set(`/accounts/${member.uin}`, { facts: values })

  await client.UpdateOrganizationMember({ MemberUin: member.uin, IsAllowQuit: 'Denied' })
  await expectRefusal(quit(), 'UnsupportedOperation.MemberNotAllowQuit', 'IsAllowQuit')
  await client.UpdateOrganizationMember({ MemberUin: member.uin, IsAllowQuit: 'Allow' })

  await client.CreateOrgServiceAssign({ MemberUins: [member.uin], Product: 'cloudaudit' })
  await expectRefusal(quit(), 'UnsupportedOperation.MemberExistServiceNotAllowDelete', 'DeleteOrgServiceAssign')
  await client.DeleteOrgServiceAssign({ MemberUin: member.uin, Product: 'cloudaudit' })

  for (const [blocking, clear, code] of [
    [{ entityAdministrator: true }, { entityAdministrator: false }, 'FailedOperation.OrganizationAuthManageNotAllowDelete'],
    [{ sharesResources: true }, { sharesResources: false }, 'FailedOperation.MemberShareResource'],
    [{ usesShares: true }, { usesShares: false }, 'FailedOperation.ShareResourceMemberInUse'],
    [{ operateProcess: true }, { operateProcess: false }, 'UnsupportedOperation.MemberExistOperateProcessNotAllowDelete'],
  ] as const) {
    await facts(blocking)
    await expectRefusal(quit(), code, String(member.uin))
    await facts(clear)
  }

  await client.UpdateOrganizationMember({
    MemberUin: member.uin,
    PolicyType: 'Financial',
    PermissionIds: [1, 2, 7],
    PayUin: String(uin),
    IsAllowQuit: 'Denied',
  })
  await set(`/organizations/${organization}/members/${member.uin}/consent`, { consents: true }, 'POST')
  const { PayUin } = await member.client.DescribeOrganization({})
  expect(PayUin).toBe(String(uin))
  await facts({ paymentCard: false })
  const blockers = await admin<{ quit: { code: string }[] }>(world.server, 'GET', `/accounts/${member.uin}/exit-check`)
  expect(blockers.body.quit.length).toBeGreaterThan(0)
  await expectRefusal(quit(), blockers.body.quit[0]?.code as string, String(member.uin))
  await facts({ paymentCard: true })
  await client.UpdateOrganizationMember({ MemberUin: member.uin, PolicyType: 'Financial', PermissionIds: [1, 2] })
  await client.UpdateOrganizationMember({ MemberUin: member.uin, IsAllowQuit: 'Allow' })

  const free = await admin<{ quit: object[] }>(world.server, 'GET', `/accounts/${member.uin}/exit-check`)
  expect(free.body.quit).toEqual([])
  await quit()
  await expectRefusal(member.client.DescribeOrganization({}), 'ResourceNotFound.OrganizationNotExist', 'no organization')
}

/** An account that the organization created is destroyed: its keys open nothing any more. */
async function deletedForGood({ client, organization }: TestAccount & { organization: number }, root: number): Promise<number> {
  const { Uin } = await client.CreateOrganizationMember({ ...ordinary, Name: 'Short-lived', AccountName: 'short-lived', NodeId: root })
  const MemberUin = Uin as number
  await expectRefusal(client.DeleteAccount({ MemberUin }), 'UnsupportedOperation.DeleteAccountDisabled', 'deletionPermission')
  await set(`/organizations/${organization}`, { facts: { deletionPermission: true } })
  expect(await client.CheckAccountDelete({ MemberUin })).toMatchObject({ AllowDelete: true })
  await client.DeleteAccount({ MemberUin })
  await expect.poll(async () => (await admin(world.server, 'GET', `/accounts/${MemberUin}`)).status).toBe(404)
  return MemberUin
}
