import { admin } from '../admin.ts'
import type { Client2018 } from '../clients.ts'
import { type AccountFacts, eventsIn, newAccount, type TestAccount, unique } from '../directory.ts'
import { expectUnchanged } from '../refusals.ts'
import type { TestServer } from '../server.ts'
import { newTree, olderClient, type TestTree } from './departments.ts'

/** An account that can be invited, seen through both versions of the API. */
export interface TestInvitee extends TestAccount {
  readonly older: Client2018
}

export const day = 24 * 3_600_000

/** The company of every manager here, unless a test says otherwise. */
export const company = 'Example Ltd'

/** Sets facts of an account that no vendor action sets. */
export async function setAccount(server: TestServer, uin: number, change: object): Promise<void> {
  const { status, body } = await admin(server, 'PATCH', `/accounts/${uin}`, change)
  if (status >= 300) throw new Error(`the admin API answered ${status}: ${JSON.stringify(body)}`)
}

/** An organization of the company whose tree is its root. */
export async function newCompanyTree(server: TestServer): Promise<TestTree> {
  const place = await newTree(server)
  await setAccount(server, place.uin, { entity: company })
  return place
}

/** An account of the company that belongs to no organization. */
export async function newColleague(server: TestServer, facts: AccountFacts & { readonly entity?: string } = {}): Promise<TestInvitee> {
  const account = await newAccount(server, { ...facts, entity: facts.entity ?? company } as AccountFacts)
  return { ...account, older: olderClient(server, account) }
}

/** What can be said in an invitation beside the account; the rest is as ordinary as can be. */
export interface Terms {
  readonly Name?: string
  readonly PolicyType?: string
  readonly PermissionIds?: number[]
  readonly NodeId?: number
  readonly Remark?: string
  readonly IsAllowQuit?: string
  readonly PayUin?: string
  readonly RelationAuthName?: string
  readonly AuthFile?: { Name: string; Url: string }[]
  readonly Tags?: { TagKey: string; TagValue: string }[]
}

export function invite({ client, root }: TestTree, MemberUin: number, terms: Terms = {}) {
  return client.InviteOrganizationMember({
    MemberUin,
    Name: unique('m'),
    PolicyType: 'Financial',
    PermissionIds: [1, 2],
    NodeId: root,
    ...terms,
  })
}

export async function sentBy({ older }: { readonly older: Client2018 }) {
  return (await older.ListOrganizationInvitations({ Invited: 0, Limit: 50 })).Invitations ?? []
}

export async function receivedBy({ older }: { readonly older: Client2018 }) {
  return (await older.ListOrganizationInvitations({ Invited: 1, Limit: 50 })).Invitations ?? []
}

/** A colleague with an open invitation. */
export async function newInvitee(server: TestServer, place: TestTree, terms: Terms = {}): Promise<TestInvitee & { readonly id: number }> {
  const invitee = await newColleague(server)
  await invite(place, invitee.uin, terms)
  const [invitation] = await receivedBy(invitee)
  return { ...invitee, id: invitation?.Id as number }
}

/** A colleague that was invited and has joined. */
export async function newJoined(server: TestServer, place: TestTree, terms: Terms = {}): Promise<TestInvitee & { readonly id: number }> {
  const invitee = await newInvitee(server, place, terms)
  await invitee.older.AcceptOrganizationInvitation({ Id: invitee.id })
  return invitee
}

/** All that an organization says of its invitations and members, and everything that was recorded. */
export async function invitationsState(server: TestServer, place: TestTree): Promise<object> {
  const { Items } = await place.client.DescribeOrganizationMembers({ Offset: 0, Limit: 50 })
  return { sent: await sentBy(place), members: Items, events: await eventsIn(server, `organization-${place.organization}`) }
}

/** `expectRefusal`; invitations, members and everything that was recorded is afterwards what it was before. */
export async function expectSameInvitations(
  server: TestServer,
  place: TestTree,
  call: () => Promise<unknown>,
  code: string,
  words: string | RegExp,
): Promise<void> {
  await expectUnchanged(() => invitationsState(server, place), call, code, words)
}
