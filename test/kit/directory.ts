import { randomInt, randomUUID } from 'node:crypto'
import { admin } from './admin.ts'
import { type Client, type Client2018, type Key, sdkClient, sdkClient2018 } from './clients.ts'
import type { TestServer } from './server.ts'

export interface AccountFacts {
  readonly name?: string
  readonly verification?: 'none' | 'personal' | 'enterprise'
  readonly kind?: 'standard' | 'distributor_client'
  readonly entity?: string
  readonly createdIn?: number
}

export interface TestAccount {
  readonly uin: number
  readonly key: Key
  readonly client: Client
  /** The same account through version 2018-12-25. */
  readonly older: Client2018
}

export interface TestZone extends TestAccount {
  readonly organization: number
  readonly zone: string
  readonly zoneName: string
}

/** A server as those who make things on it reach it, in this process or another one. */
export type ReachedServer = Pick<TestServer, 'url' | 'port' | 'adminToken'>

/** A word that no other test uses. */
export function unique(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`
}

/** A mobile number of China that hardly any other test has. */
export function somePhone(): string {
  return `13${randomInt(10 ** 8, 10 ** 9)}`
}

async function must<Body>(answer: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`the admin API answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** A new account with a key, and the official client that signs with it. */
export async function newAccount(server: ReachedServer, facts: AccountFacts = {}): Promise<TestAccount> {
  const { uin } = await must(
    admin<{ uin: number }>(server, 'POST', '/accounts', { name: unique('account'), verification: 'enterprise', ...facts }),
  )
  const key = await must(admin<Key>(server, 'POST', `/accounts/${uin}/keys`, {}))
  const endpoint = `127.0.0.1:${server.port}`
  return { uin, key, client: sdkClient(key, { endpoint }), older: sdkClient2018(key, { endpoint }) }
}

/** The manager account of an organization. */
export type TestManager = TestAccount & { readonly organization: number }

/** A manager account with an organization; nobody else in it. */
export async function newOrganization(server: ReachedServer): Promise<TestManager> {
  const account = await newAccount(server)
  const { OrgId } = await account.client.CreateOrganization()
  return { ...account, organization: OrgId as number }
}

/** A manager account with an organization and its open zone; nothing in it. */
export async function newZone(server: ReachedServer): Promise<TestZone> {
  const manager = await newOrganization(server)
  const zoneName = unique('zone')
  const { ZoneId } = await manager.client.OpenIdentityCenter({ ZoneName: zoneName })
  return { ...manager, zone: ZoneId as string, zoneName }
}

/** A second account of the same organization, which is not its manager. */
export async function newMember(server: ReachedServer, organization: number, facts: AccountFacts = {}): Promise<TestAccount> {
  const account = await newAccount(server, facts)
  await placeMember(server, organization, account.uin)
  return account
}

/** An account that is there, and in no organization, comes into this one. */
export async function placeMember(server: ReachedServer, organization: number, uin: number): Promise<void> {
  await must(admin(server, 'PUT', `/organizations/${organization}/members/${uin}`))
}

export async function newUser(
  { client, zone }: TestZone,
  fields: { UserName?: string; UserType?: string; Email?: string } = {},
): Promise<string> {
  const { UserInfo } = await client.CreateUser({ ZoneId: zone, UserName: unique('user'), ...fields })
  return UserInfo?.UserId as string
}

export async function newGroup({ client, zone }: TestZone, fields: { GroupName?: string; GroupType?: string } = {}): Promise<string> {
  const { GroupInfo } = await client.CreateGroup({ ZoneId: zone, GroupName: unique('group'), ...fields })
  return GroupInfo?.GroupId as string
}

/** A group with these users in it. */
export async function withGroup(place: TestZone, members = 1): Promise<{ group: string; users: string[] }> {
  const group = await newGroup(place)
  const users: string[] = []
  for (let count = 0; count < members; count++) {
    const user = await newUser(place)
    await place.client.AddUserToGroup({ ZoneId: place.zone, GroupId: group, UserId: user })
    users.push(user)
  }
  return { group, users }
}

export async function setQuotas(server: TestServer, { organization }: TestZone, quotas: Record<string, number>): Promise<void> {
  await must(admin(server, 'PATCH', `/organizations/${organization}`, { quotas }))
}

export async function switchScim({ client, zone }: TestZone, status: 'Enabled' | 'Disabled'): Promise<void> {
  await client.UpdateSCIMSynchronizationStatus({ ZoneId: zone, SCIMSynchronizationStatus: status })
}

/** Notes in the admin API that a user or group gives access to an account, which no vendor action here does yet. */
export async function putAccessRule(server: TestServer, place: TestZone, principal: string, kind: AccessRuleKind): Promise<void> {
  await must(admin(server, 'PUT', rulePath(place, principal, kind)))
}

export async function dropAccessRule(server: TestServer, place: TestZone, principal: string, kind: AccessRuleKind): Promise<void> {
  await must(admin(server, 'DELETE', rulePath(place, principal, kind)))
}

export type AccessRuleKind = 'role_assignment' | 'user_provisioning'

function rulePath({ zone, uin }: TestZone, principal: string, kind: AccessRuleKind): string {
  return `/zones/${zone}/principals/${principal}/access-rules/${kind}/${uin}`
}

export interface TestEvent {
  readonly tenant: string
  readonly seq: number
  readonly at: string
  readonly kind: string
  readonly subject: string
  readonly actor: string
  readonly account: number
  readonly dialect: string
  readonly operation: string
  readonly requestId: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

/** What happened to a thing, oldest first. */
export function eventsOf(server: TestServer, subject: string): Promise<TestEvent[]> {
  return events(server, `subject=${subject}`)
}

/** What happened in a stream: `accounts`, `organization-<id>` or a zone. */
export function eventsIn(server: TestServer, tenant: string): Promise<TestEvent[]> {
  return events(server, `tenant=${tenant}`)
}

async function events(server: TestServer, filter: string): Promise<TestEvent[]> {
  const { items } = await must(admin<{ items: TestEvent[] }>(server, 'GET', `/events?${filter}&limit=1000`))
  return items
}
