import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { eventsOf, newMember } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { adjust, type TestTree } from '../../../kit/organization/departments.ts'
import {
  company,
  expectSameInvitations,
  invite,
  newColleague,
  newCompanyTree,
  newInvitee,
  receivedBy,
  sentBy,
  setAccount,
  type Terms,
} from '../../../kit/organization/invitations.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('InviteOrganizationMember refuses', (engine) => {
  const world = sharedServer({ engine })
  describe('an account', () => refusesAccounts(world))
  describe('an account of another company', () => refusesCompanies(world))
  describe('what is taken', () => refusesTaken(world))
  describe('at quotas', () => refusesAtQuotas(world))
})

const sameIn =
  (world: SharedServer) =>
  (place: TestTree, uin: number, code: string, words: string, terms: Terms = {}) =>
    expectSameInvitations(world.server, place, () => invite(place, uin, terms), code, words)

function refusesAccounts(world: SharedServer): void {
  const same = sameIn(world)

  test('UnsupportedOperation: the caller itself, and a Uin that no account has', async () => {
    const place = await newCompanyTree(world.server)
    await same(place, place.uin, 'UnsupportedOperation', 'manager of the organization itself')
    await same(place, 1, 'UnsupportedOperation', 'No root account has the Uin 1')
  })

  test('FailedOperation.OrganizationMemberExist and MemberExistInOtherOrganization: members of this one and another', async () => {
    const [place, other] = [await newCompanyTree(world.server), await newCompanyTree(world.server)]
    const member = await newMember(world.server, place.organization)
    const elsewhere = await newMember(world.server, other.organization)
    await same(place, member.uin, 'FailedOperation.OrganizationMemberExist', `${member.uin} already is a member`)
    for (const { uin } of [other, elsewhere]) {
      await same(place, uin, 'FailedOperation.MemberExistInOtherOrganization', `${uin} belongs to another organization`)
    }
  })

  test('FailedOperation.NotSameRegion: the other site, either way round', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    await setAccount(world.server, uin, { facts: { site: 'international' } })
    await same(place, uin, 'FailedOperation.NotSameRegion', 'international site')
    await setAccount(world.server, place.uin, { facts: { site: 'international' } })
    await invite(place, uin)
    await same(place, (await newColleague(world.server)).uin, 'FailedOperation.NotSameRegion', 'domestic site')
  })

  test('FailedOperation.AuthInfoEmpty and AuthNotEnterprise: not verified, or only as a person; verified, it can be invited', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server, { verification: 'none' })
    await same(place, uin, 'FailedOperation.AuthInfoEmpty', `${uin} has no real-name verification`)
    await setAccount(world.server, uin, { verification: 'personal' })
    await same(place, uin, 'FailedOperation.AuthNotEnterprise', `${uin} is verified as personal`)
    await setAccount(world.server, uin, { verification: 'enterprise', entity: company })
    await invite(place, uin)
  })

  test('UnsupportedOperation.AgentNotSame and MemberIsNotClient: distributors; clients of one distributor may', async () => {
    const place = await newCompanyTree(world.server)
    const [client, standard] = [await newColleague(world.server, { kind: 'distributor_client' }), await newColleague(world.server)]
    await setAccount(world.server, client.uin, { facts: { distributor: 'Reseller A' } })
    await same(place, client.uin, 'UnsupportedOperation.AgentNotSame', String(client.uin))
    await setAccount(world.server, place.uin, { kind: 'distributor_client', facts: { distributor: 'Reseller B' } })
    await same(place, client.uin, 'UnsupportedOperation.AgentNotSame', String(client.uin))
    await same(place, standard.uin, 'UnsupportedOperation.MemberIsNotClient', `account ${standard.uin} is none`)
    await setAccount(world.server, place.uin, { facts: { distributor: 'Reseller A' } })
    await invite(place, client.uin)
  })

  test('FailedOperation.ExistOtherOrganizationMemberShared: it shares, or uses what others share', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await newColleague(world.server)
    for (const fact of ['sharesResources', 'usesShares']) {
      await setAccount(world.server, uin, { facts: { [fact]: true } })
      await same(place, uin, 'FailedOperation.ExistOtherOrganizationMemberShared', String(uin))
      await setAccount(world.server, uin, { facts: { [fact]: false } })
    }
    await invite(place, uin)
  })
}

const application = { RelationAuthName: 'Other Ltd', AuthFile: [{ Name: 'licence', Url: 'proofs/licence.pdf' }] }

function refusesCompanies(world: SharedServer): void {
  const same = sameIn(world)
  const stranger = () => newColleague(world.server, { entity: 'Other Ltd' })

  test('FailedOperation.AuthInfoNotSame: another company, until it counts as the same', async () => {
    const place = await newCompanyTree(world.server)
    const [first, second] = [await stranger(), await stranger()]
    await same(place, first.uin, 'FailedOperation.AuthInfoNotSame', 'another company than Example Ltd')
    await adjust(world.server, place, { facts: { trustedEntities: ['Other Ltd'] } })
    await invite(place, first.uin)
    await adjust(world.server, place, { facts: { trustedEntities: [] } })
    await same(place, second.uin, 'FailedOperation.AuthInfoNotSame', 'RelationAuthName')
    const relate = (id: number, name: string) =>
      admin(world.server, 'PUT', `/organizations/${place.organization}/entities/${id}`, { name, managerUin: null })
    await relate(1, 'Third Ltd')
    await same(place, second.uin, 'FailedOperation.AuthInfoNotSame', 'RelationAuthName')
    await relate(2, 'Other Ltd')
    // Source: semantics 3.3, offers are inherited within one company.
    await same(place, second.uin, 'FailedOperation.AuthInfoNotSame', 'Permissions 6 and 7', { PermissionIds: [1, 2, 6] })
    await invite(place, second.uin)
  })

  test('an application for trust is kept with its proofs; nobody is invited yet', async () => {
    const place = await newCompanyTree(world.server)
    const invitee = await stranger()
    const { RequestId } = await invite(place, invitee.uin, application)
    expect([await sentBy(place), await receivedBy(invitee)]).toEqual([[], []])
    const events = await eventsOf(world.server, String(invitee.uin))
    expect(events.at(-1)).toMatchObject({
      tenant: `organization-${place.organization}`,
      kind: 'trust_applied_for',
      operation: 'InviteOrganizationMember',
      requestId: RequestId,
      after: { uin: invitee.uin, entity: 'Other Ltd', proofs: [{ name: 'licence', url: 'proofs/licence.pdf' }] },
    })
  })

  test('FailedOperation.ApplyExist: an application is open; granted, the account can be invited', async () => {
    const place = await newCompanyTree(world.server)
    const { uin } = await stranger()
    await invite(place, uin, application)
    await same(place, uin, 'FailedOperation.ApplyExist', 'application for trust in Other Ltd', application)
    await same(place, uin, 'FailedOperation.ApplyExist', String(uin))
    await adjust(world.server, place, { facts: { trustedEntities: ['Other Ltd'] } })
    await invite(place, uin)
  })

  test('an application of one organization is none of another, and none for an account of yet another company', async () => {
    const [place, other] = [await newCompanyTree(world.server), await newCompanyTree(world.server)]
    const { uin } = await stranger()
    await invite(place, uin, application)
    await invite(other, uin, application)
    await setAccount(world.server, uin, { entity: 'Third Ltd' })
    await same(place, uin, 'FailedOperation.AuthInfoNotSame', 'another company than Other Ltd', application)
    await invite(place, uin, { ...application, RelationAuthName: 'Third Ltd' })
  })

  test('FailedOperation.OrganizationAuthRelationExist: the company counts as the same already', async () => {
    const place = await newCompanyTree(world.server)
    const [colleague, { uin }] = [await newColleague(world.server), await stranger()]
    const code = 'FailedOperation.OrganizationAuthRelationExist'
    await same(place, colleague.uin, code, 'Example Ltd', { ...application, RelationAuthName: 'Example Ltd' })
    await adjust(world.server, place, { facts: { trustedEntities: ['Other Ltd'] } })
    await same(place, uin, code, 'Leave RelationAuthName and AuthFile out', application)
  })
}

function refusesTaken(world: SharedServer): void {
  const same = sameIn(world)

  test('FailedOperation.ReSentInvitation and InvitationExist: the same again, and another, while one is open', async () => {
    const place = await newCompanyTree(world.server)
    const terms = { Name: 'once', Tags: [{ TagKey: 'k', TagValue: 'v' }] }
    const { uin, id } = await newInvitee(world.server, place, terms)
    await same(place, uin, 'FailedOperation.ReSentInvitation', `invitation, ${id}`, terms)
    await same(place, uin, 'FailedOperation.InvitationExist', `invitation ${id}`, { Name: 'other' })
    await same(place, uin, 'FailedOperation.InvitationExist', `invitation ${id}`, { ...terms, IsAllowQuit: 'Denied' })
    await invite(await newCompanyTree(world.server), uin, terms)
  })

  test('FailedOperation.MemberNameUsed by a member, OrganizationMemberNameUsed by an open invitation; other organizations have names of their own', async () => {
    const place = await newCompanyTree(world.server)
    await newMember(world.server, place.organization, { name: 'taken' })
    const invitee = await newInvitee(world.server, place, { Name: 'offered' })
    const { uin } = await newColleague(world.server)
    await same(place, uin, 'FailedOperation.MemberNameUsed', 'name taken', { Name: 'taken' })
    await same(place, uin, 'FailedOperation.OrganizationMemberNameUsed', `offered to account ${invitee.uin}`, { Name: 'offered' })
    await invite(await newCompanyTree(world.server), uin, { Name: 'taken' })
    await place.older.CancelOrganizationInvitation({ Id: invitee.id })
    await invite(place, uin, { Name: 'offered' })
  })
}

function refusesAtQuotas(world: SharedServer): void {
  const same = sameIn(world)

  test('LimitExceeded.InvitationOverLimit: 20 open invitations unless set otherwise; a declined one makes room', async () => {
    const place = await newCompanyTree(world.server)
    await adjust(world.server, place, { limits: { openInvitations: 2 } })
    const [first] = [await newInvitee(world.server, place), await newInvitee(world.server, place)]
    const { uin } = await newColleague(world.server)
    await same(place, uin, 'LimitExceeded.InvitationOverLimit', 'has 2 open invitations')
    await first.older.DenyOrganizationInvitation({ Id: first.id })
    await invite(place, uin)
  })

  test('LimitExceeded.OrganizationMemberOverLimit: members and open invitations together', async () => {
    const place = await newCompanyTree(world.server)
    await adjust(world.server, place, { limits: { members: 3 } })
    await newMember(world.server, place.organization)
    await newInvitee(world.server, place)
    const { uin } = await newColleague(world.server)
    await same(place, uin, 'LimitExceeded.OrganizationMemberOverLimit', '2 accounts and 1 open invitations; its quota is 3')
    await adjust(world.server, place, { limits: { members: 4 } })
    await invite(place, uin)
  })
}
