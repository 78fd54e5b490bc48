import { describe, expect, test } from 'vitest'
import { eventsIn, newMember, unique } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { adjust, olderClient, refusesOutsiders, type TestTree } from '../../../kit/organization/departments.ts'
import {
  expectSameInvitations,
  invite,
  newColleague,
  newCompanyTree,
  newInvitee,
  receivedBy,
  sentBy,
  setAccount,
} from '../../../kit/organization/invitations.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('SendOrganizationInvitation', (engine) => {
  const world = sharedServer({ engine })
  describe('sends', () => sends(world))
  describe('refuses', () => refuses(world))
  describe('refuses as the newer version', () => refusesAlike(world))
  refusesOutsiders(world, (account) =>
    olderClient(world.server, account).SendOrganizationInvitation({ InviteUin: 100_000_000_001, Name: 'a', Remark: '' }),
  )
})

const send = ({ older }: TestTree, InviteUin: number, more: { Name?: string; Remark?: string } = {}) =>
  older.SendOrganizationInvitation({ InviteUin, Name: unique('m'), Remark: '', ...more })

function sends(world: SharedServer): void {
  test('the documented example: nothing but a request id; the invitee sees it', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newColleague(world.server)
    const answer = await send(place, invitee.uin, { Name: 'member_name', Remark: 'invitation member' })
    // Source: SendOrganizationInvitation example.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await receivedBy(invitee)).toMatchObject([{ Name: 'member_name', Remark: 'invitation member', Status: 0, HostUin: place.uin }])
  })

  test('who accepts joins in the root with permissions 1 and 2, and may quit', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await newColleague(world.server)
    await send(place, invitee.uin, { Name: 'old-way', Remark: 'r' })
    const [invitation] = await receivedBy(invitee)
    await invitee.older.AcceptOrganizationInvitation({ Id: invitation?.Id as number })
    const { Items } = await place.client.DescribeOrganizationMembers({ Offset: 0, Limit: 50 })
    const member = Items?.find(({ MemberUin }) => MemberUin === invitee.uin)
    expect(member).toMatchObject({ Name: 'old-way', Remark: 'r', NodeId: place.root, IsAllowQuit: 'Allow', PayUin: '' })
    expect(member?.OrgPermission?.map(({ Id }) => Id)).toEqual([1, 2])
  })

  test('one event row with the whole invitation', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    const { RequestId } = await send(place, uin, { Name: 'audited' })
    const [sent] = await sentBy(place)
    const events = await eventsIn(world.server, `organization-${place.organization}`)
    expect(events.at(-1)).toMatchObject({
      kind: 'invitation_sent',
      subject: String(sent?.Id),
      actor: `key:${place.key.secretId}`,
      operation: 'SendOrganizationInvitation',
      requestId: RequestId,
      after: { uin, name: 'audited', node: place.root, permissions: [1, 2], payer: null, mayQuit: 'allowed', status: 'open' },
    })
  })
}

function refuses(world: SharedServer): void {
  const same = (place: TestTree, call: () => Promise<unknown>, code: string, words: string) =>
    expectSameInvitations(world.server, place, call, code, words)

  test('FailedOperation.MemberNameUsed: by a member, by an open invitation', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    await newMember(world.server, place.organization, { name: 'taken' })
    await newInvitee(world.server, place, { Name: 'offered' })
    await same(place, () => send(place, uin, { Name: 'taken' }), 'FailedOperation.MemberNameUsed', 'name taken')
    await same(place, () => send(place, uin, { Name: 'offered' }), 'FailedOperation.MemberNameUsed', 'name offered')
  })

  test('FailedOperation.NotSameRegion: an account of the other site', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    await setAccount(world.server, uin, { facts: { site: 'international' } })
    await same(place, () => send(place, uin), 'FailedOperation.NotSameRegion', `Account ${uin} is registered at the international site`)
  })

  test('FailedOperation.ReSentInvitation: the same again, or another while one is open, whichever version sent it', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    const other = await newInvitee(world.server, place, { PermissionIds: [1, 2, 4] })
    await send(place, uin, { Name: 'once' })
    await same(place, () => send(place, uin, { Name: 'once' }), 'FailedOperation.ReSentInvitation', 'Nothing needs to be done')
    await same(place, () => send(place, uin), 'FailedOperation.ReSentInvitation', 'CancelOrganizationInvitation takes it back')
    await same(place, () => send(place, other.uin), 'FailedOperation.ReSentInvitation', String(other.id))
  })

  test('FailedOperation.UserInOrganization: a member, an account of another organization, the manager itself', async () => {
    const [place, other] = [await newCompanyTree(world.server), await newCompanyTree(world.server)]
    const member = await newMember(world.server, place.organization)
    await same(place, () => send(place, member.uin), 'FailedOperation.UserInOrganization', 'already is a member of your organization')
    await same(place, () => send(place, other.uin), 'FailedOperation.UserInOrganization', 'another organization')
    await same(place, () => send(place, place.uin), 'FailedOperation.UserInOrganization', 'manager of the organization itself')
  })

  test('FailedOperation.UserNotRegister: no such account', async () => {
    const place = await newCompanyTree(world.server)
    await same(place, () => send(place, 1), 'FailedOperation.UserNotRegister', 'No root account has the Uin 1')
  })

  test('LimitExceeded.Members: members and open invitations fill the organization; a cancelled one makes room', async () => {
    const place = await newCompanyTree(world.server)
    await adjust(world.server, place, { limits: { members: 2 } })
    const { id } = await newInvitee(world.server, place)
    const { uin } = await newColleague(world.server)
    await same(place, () => send(place, uin), 'LimitExceeded.Members', '1 accounts and 1 open invitations')
    await place.older.CancelOrganizationInvitation({ Id: id })
    await send(place, uin)
  })
}

/** Rules for which the older version lists no code. */
function refusesAlike(world: SharedServer): void {
  const cases: [string, string, Parameters<typeof newColleague>[1], object?][] = [
    ['FailedOperation.AuthInfoEmpty', 'no real-name verification', { verification: 'none' }],
    ['FailedOperation.AuthNotEnterprise', 'verified as personal', { verification: 'personal' }],
    ['FailedOperation.AuthInfoNotSame', 'InviteOrganizationMember (2021-03-31) with RelationAuthName', { entity: 'Other Ltd' }],
    ['FailedOperation.ExistOtherOrganizationMemberShared', 'shares', {}, { facts: { usesShares: true } }],
    ['UnsupportedOperation.AgentNotSame', 'distributor', { kind: 'distributor_client' }],
  ]

  test.each(cases)('%s: %s', async (code, words, facts, change) => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server, facts)
    if (change) await setAccount(world.server, uin, change)
    await expectSameInvitations(world.server, place, () => send(place, uin), code, words)
  })

  test('UnsupportedOperation.MemberIsNotClient: a client invites an account that is none', async () => {
    const place = await newCompanyTree(world.server)
    await setAccount(world.server, place.uin, { kind: 'distributor_client' })
    const { uin } = await newColleague(world.server)
    await expectSameInvitations(world.server, place, () => send(place, uin), 'UnsupportedOperation.MemberIsNotClient', String(uin))
  })

  test('LimitExceeded.InvitationOverLimit: the quota of open invitations', async () => {
    const place = await newCompanyTree(world.server)
    await adjust(world.server, place, { limits: { openInvitations: 1 } })
    await invite(place, (await newColleague(world.server)).uin)
    const { uin } = await newColleague(world.server)
    await expectSameInvitations(world.server, place, () => send(place, uin), 'LimitExceeded.InvitationOverLimit', 'has 1 open invitations')
  })

  test('InvalidParameter: a Uin, a name, a remark that can not be', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    const wrong = (call: () => Promise<unknown>, words: string) =>
      expectSameInvitations(world.server, place, call, 'InvalidParameter', words)
    await wrong(() => send(place, 0), 'InviteUin')
    for (const Name of ['', 'n'.repeat(26), 'a b', 'a/b']) await wrong(() => send(place, uin, { Name }), 'Name')
    await wrong(() => send(place, uin, { Remark: 'r'.repeat(41) }), 'Remark')
  })
}
