import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { eventsIn, newMember } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { addNode, adjust, type TestTree } from '../../../kit/organization/departments.ts'
import {
  company,
  expectSameInvitations,
  invitationsState,
  invite,
  newColleague,
  newCompanyTree,
  newInvitee,
  newJoined,
  receivedBy,
  sentBy,
  type TestInvitee,
} from '../../../kit/organization/invitations.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('AcceptOrganizationInvitation', (engine) => {
  const world = sharedServer({ engine })
  describe('joins', () => joins(world))
  describe('refuses', () => refuses(world))
  describe('refuses what has changed since', () => refusesChanged(world))
})

const accept = ({ older }: TestInvitee, Id: number) => older.AcceptOrganizationInvitation({ Id })

async function memberOf({ client }: TestTree, uin: number) {
  const { Items } = await client.DescribeOrganizationMembers({ Offset: 0, Limit: 50 })
  return Items?.find(({ MemberUin }) => MemberUin === uin)
}

function joins(world: SharedServer): void {
  test('the documented example: nothing but a request id; the caller is a member on the terms of the invitation', async () => {
    const place = await newCompanyTree(world.server)
    const NodeId = await addNode(place)
    const Tags = [{ TagKey: 'team', TagValue: '财务' }]
    const terms = { Name: 'member_name', NodeId, Remark: 'invitation member', IsAllowQuit: 'Denied', PermissionIds: [1, 2, 4], Tags }
    const invitee = await newInvitee(world.server, place, terms)
    // Source: AcceptOrganizationInvitation example.
    expect(await accept(invitee, invitee.id)).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await memberOf(place, invitee.uin)).toMatchObject({
      Name: 'member_name',
      MemberType: 'Invite',
      NodeId,
      Remark: 'invitation member',
      IsAllowQuit: 'Denied',
      PayUin: '',
      Tags,
    })
    const { OrgPermission } = (await memberOf(place, invitee.uin)) ?? {}
    expect(OrgPermission?.map(({ Id }) => Id)).toEqual([1, 2, 4])
    expect(await invitee.client.DescribeOrganization({})).toMatchObject({ OrgId: place.organization, IsManager: false })
  })

  test('one that another account pays for may not quit', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newJoined(world.server, place, { PermissionIds: [1, 2, 7], PayUin: String(place.uin) })
    expect(await memberOf(place, invitee.uin)).toMatchObject({ IsAllowQuit: 'Denied', PayUin: String(place.uin) })
  })

  test('the sender sees 1, accepted; the invitee sees nothing while it is in an organization', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newJoined(world.server, place)
    // Source: OrgInvitation, Status.
    expect(await sentBy(place)).toMatchObject([{ Id: invitee.id, Status: 1 }])
    expect(await receivedBy(invitee)).toEqual([])
  })

  test('in the root when the department is gone by now', async () => {
    const place = await newCompanyTree(world.server)
    const NodeId = await addNode(place)
    const invitee = await newInvitee(world.server, place, { NodeId })
    await place.client.DeleteOrganizationNodes({ NodeId: [NodeId] })
    await accept(invitee, invitee.id)
    expect(await memberOf(place, invitee.uin)).toMatchObject({ NodeId: place.root })
  })

  test('one that left can be invited and join again', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newJoined(world.server, place)
    await place.client.DeleteOrganizationMembers({ MemberUin: [invitee.uin] })
    await invite(place, invitee.uin, { Name: 'again' })
    const latest = (await receivedBy(invitee)).find(({ Status }) => Status === 0)
    await accept(invitee, latest?.Id as number)
    expect(await memberOf(place, invitee.uin)).toMatchObject({ Name: 'again' })
  })

  test('two event rows in the stream of the organization, by the invitee', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newInvitee(world.server, place)
    const { RequestId } = await accept(invitee, invitee.id)
    const events = await eventsIn(world.server, `organization-${place.organization}`)
    const common = {
      actor: `key:${invitee.key.secretId}`,
      account: invitee.uin,
      operation: 'AcceptOrganizationInvitation',
      requestId: RequestId,
    }
    expect(events.slice(-2)).toMatchObject([
      {
        ...common,
        kind: 'invitation_accepted',
        subject: String(invitee.id),
        before: { uin: invitee.uin, status: 'open' },
        after: { uin: invitee.uin, status: 'accepted' },
      },
      { ...common, kind: 'account_joined', subject: String(invitee.uin), after: { organization: place.organization, node: place.root } },
    ])
  })
}

function refuses(world: SharedServer): void {
  const code = 'ResourceNotFound.InvitationNotExist'

  test(`${code}: one that is not there, and one that another account was sent`, async () => {
    const place = await newCompanyTree(world.server)
    const [invitee, other] = [await newInvitee(world.server, place), await newColleague(world.server)]
    for (const [account, id] of [
      [invitee, 1],
      [invitee, -1],
      [other, invitee.id],
    ] as const) {
      await expectSameInvitations(world.server, place, () => accept(account, id), code, `No invitation ${id}`)
    }
    await expectSameInvitations(
      world.server,
      place,
      () => place.older.AcceptOrganizationInvitation({ Id: invitee.id }),
      code,
      'No invitation',
    )
  })

  test(`${code}: one that was cancelled or declined`, async () => {
    const place = await newCompanyTree(world.server)
    const [cancelled, declined] = [await newInvitee(world.server, place), await newInvitee(world.server, place)]
    await place.older.CancelOrganizationInvitation({ Id: cancelled.id })
    await declined.older.DenyOrganizationInvitation({ Id: declined.id })
    await expectSameInvitations(world.server, place, () => accept(cancelled, cancelled.id), code, 'is cancelled')
    await expectSameInvitations(world.server, place, () => accept(declined, declined.id), code, 'is denied')
  })

  test(`${code}: one that was accepted, after the account has left`, async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newJoined(world.server, place)
    await place.client.DeleteOrganizationMembers({ MemberUin: [invitee.uin] })
    await expectSameInvitations(world.server, place, () => accept(invitee, invitee.id), code, 'is accepted')
  })

  test('FailedOperation.InOrganizationAlready: a member of this organization or another; the other invitation stays open', async () => {
    const [place, other] = [await newCompanyTree(world.server), await newCompanyTree(world.server)]
    const invitee = await newInvitee(world.server, place)
    await invite(other, invitee.uin)
    const [later] = await sentBy(other)
    await accept(invitee, invitee.id)
    const words = `organization ${place.organization}`
    await expectSameInvitations(world.server, place, () => accept(invitee, invitee.id), 'FailedOperation.InOrganizationAlready', words)
    const before = await invitationsState(world.server, other)
    await expectRefusal(accept(invitee, later?.Id as number), 'FailedOperation.InOrganizationAlready', words)
    expect(await invitationsState(world.server, other)).toEqual(before)
    expect(later).toMatchObject({ Status: 0 })
  })
}

function refusesChanged(world: SharedServer): void {
  test('LimitExceeded.Members: the organization has filled up; more room lets the account in', async () => {
    const place = await newCompanyTree(world.server)
    await adjust(world.server, place, { limits: { members: 2 } })
    const invitee = await newInvitee(world.server, place)
    await newMember(world.server, place.organization)
    await expectSameInvitations(world.server, place, () => accept(invitee, invitee.id), 'LimitExceeded.Members', 'already has 2 accounts')
    await adjust(world.server, place, { limits: { members: 3 } })
    await accept(invitee, invitee.id)
  })

  test('FailedOperation.MemberNameUsed: a member has taken the name since', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newInvitee(world.server, place, { Name: 'wanted' })
    const { uin } = await newMember(world.server, place.organization)
    await place.client.UpdateOrganizationMember({ MemberUin: uin, Name: 'wanted' })
    await expectSameInvitations(world.server, place, () => accept(invitee, invitee.id), 'FailedOperation.MemberNameUsed', 'name wanted')
    await place.client.UpdateOrganizationMember({ MemberUin: uin, Name: 'other' })
    await accept(invitee, invitee.id)
  })

  test('FailedOperation.PayUinIllegal: who was to pay no longer may', async () => {
    const place = await newCompanyTree(world.server)
    const payer = await newMember(world.server, place.organization, { entity: company })
    const relation = (managerUin: number | null) =>
      admin(world.server, 'PUT', `/organizations/${place.organization}/entities/1`, { name: company, managerUin })
    await relation(payer.uin)
    const invitee = await newInvitee(world.server, place, { PermissionIds: [1, 2, 7], PayUin: String(payer.uin) })
    await relation(null)
    const words = `Account ${payer.uin} can't pay`
    await expectSameInvitations(world.server, place, () => accept(invitee, invitee.id), 'FailedOperation.PayUinIllegal', words)
    await relation(payer.uin)
    await accept(invitee, invitee.id)
    expect(await memberOf(place, invitee.uin)).toMatchObject({ PayUin: String(payer.uin) })
  })

  // Source: semantics 3.3, offers and costs are shared within one company.
  test.each([
    ['FailedOperation.AuthInfoEmpty', { verification: 'none' }],
    ['FailedOperation.AuthNotEnterprise', { verification: 'personal' }],
    ['FailedOperation.AuthInfoNotSame', { entity: 'Other Ltd' }],
  ])('%s: the invited account is not of the company any more, and the permissions need that', async (code, changed) => {
    const place = await newCompanyTree(world.server)
    const invitee = await newInvitee(world.server, place, { PermissionIds: [1, 2, 6] })
    const verify = (facts: object) => admin(world.server, 'PATCH', `/accounts/${invitee.uin}`, facts)
    await verify(changed)
    await expectSameInvitations(world.server, place, () => accept(invitee, invitee.id), code, 'Permissions 6 and 7')
    await verify({ verification: 'enterprise', entity: company })
    await accept(invitee, invitee.id)
  })
}
