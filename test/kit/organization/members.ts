import { expect } from 'vitest'
import { admin } from '../admin.ts'
import { eventsIn, newMember, type TestAccount, unique } from '../directory.ts'
import { expectUnchanged } from '../refusals.ts'
import type { TestServer } from '../server.ts'
import { newTree, type TestTree } from './departments.ts'

export { adjust, type TestTree } from './departments.ts'
export { setAccount } from './invitations.ts'

/** What can be said of a member that is created; the rest is as ordinary as can be. */
export type Wanted = Partial<Parameters<TestTree['client']['CreateOrganizationMember']>[0]>

/** The documented example, with names that no other test uses. Source: CreateOrganizationMember example. */
export function create({ client, root }: TestTree, wanted: Wanted = {}) {
  const name = unique('m')
  return client.CreateOrganizationMember({
    Name: name,
    PolicyType: 'Financial',
    PermissionIds: [1, 2],
    NodeId: root,
    AccountName: name,
    ...wanted,
  })
}

/** The Uin of a new created member. */
export async function newCreated(place: TestTree, wanted: Wanted = {}): Promise<number> {
  return (await create(place, wanted)).Uin as number
}

export type ShownMember = NonNullable<Awaited<ReturnType<TestTree['client']['DescribeOrganizationMembers']>>['Items']>[number]

/** The first fifty members that match. */
export async function membersOf(
  { client }: Pick<TestTree, 'client'>,
  filter: Omit<Parameters<TestTree['client']['DescribeOrganizationMembers']>[0], 'Offset' | 'Limit'> = {},
): Promise<ShownMember[]> {
  const { Items = [], Total } = await client.DescribeOrganizationMembers({ Offset: 0, Limit: 50, ...filter })
  expect(Total).toBe(Items.length)
  return Items
}

export async function memberOf(place: Pick<TestTree, 'client'>, uin: number): Promise<ShownMember> {
  const found = await membersOf(place, { SearchKey: String(uin) })
  expect(found).toHaveLength(1)
  return found[0] as ShownMember
}

/** A manager and a member that joined from outside, both verified as one company. */
export async function newPair(server: TestServer): Promise<{ place: TestTree; member: TestAccount; company: string }> {
  const company = unique('company')
  const place = await newTree(server)
  await must(server, 'PATCH', `/accounts/${place.uin}`, { entity: company })
  return { place, member: await newMember(server, place.organization, { entity: company }), company }
}

async function must<Body>(server: TestServer, method: string, path: string, body?: object): Promise<Body> {
  const { status, body: told } = await admin<Body>(server, method, path, body)
  if (status >= 300) throw new Error(`the admin API answered ${status}: ${JSON.stringify(told)}`)
  return told
}

/** Relates another company to the organization. */
export function putEntity(server: TestServer, { organization }: TestTree, id: number, name: string, managerUin: number | null) {
  return must(server, 'PUT', `/organizations/${organization}/entities/${id}`, { name, managerUin })
}

/** The member's answer to permissions that were asked for. */
export function answerAsked(server: TestServer, { organization }: TestTree, uin: number, consents: boolean) {
  return admin(server, 'POST', `/organizations/${organization}/members/${uin}/consent`, { consents })
}

/** All members as the manager sees them, and everything that was recorded. */
async function membersState(server: TestServer, place: TestTree): Promise<object> {
  return { members: await membersOf(place), events: await eventsIn(server, `organization-${place.organization}`) }
}

/** `expectRefusal`; members and everything that was recorded is afterwards what it was before. */
export async function expectSameMembers(
  server: TestServer,
  place: TestTree,
  call: () => Promise<unknown>,
  code: string,
  words: string | RegExp,
): Promise<void> {
  await expectUnchanged(() => membersState(server, place), call, code, words)
}
