import { admin } from '../admin.ts'
import { type Client2018, sdkClient2018 } from '../clients.ts'
import { newAccount, newMember, newUser, putAccessRule, type TestAccount, type TestZone, unique } from '../directory.ts'
import type { TestServer } from '../server.ts'

/** A manager with an organization and a zone, all of whose accounts are of one company, so that one can pay for another. */
export interface Company extends TestZone {
  readonly entity: string
  /** The manager through the older version. */
  readonly older: Client2018
}

export async function newCompany(server: TestServer): Promise<Company> {
  const entity = unique('entity')
  const manager = await newAccount(server, { entity })
  const { OrgId } = await manager.client.CreateOrganization()
  const zoneName = unique('zone')
  const { ZoneId } = await manager.client.OpenIdentityCenter({ ZoneName: zoneName })
  return { ...manager, older: older(server, manager), organization: OrgId as number, zone: ZoneId as string, zoneName, entity }
}

/** The same account through the older version. */
export function older(server: TestServer, { key }: Pick<TestAccount, 'key'>): Client2018 {
  return sdkClient2018(key, { endpoint: `127.0.0.1:${server.port}` })
}

/** Calls the admin API; anything but success fails the test. */
async function set(server: TestServer, method: string, path: string, body?: object): Promise<void> {
  const answer = await admin(server, method, path, body)
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
}

export const setFacts = (server: TestServer, uin: number, facts: object) => set(server, 'PATCH', `/accounts/${uin}`, { facts })
export const setOrganization = (server: TestServer, { organization }: Company, change: object) =>
  set(server, 'PATCH', `/organizations/${organization}`, change)

/** An account that the organization created, or one that came from outside and may quit. Nothing else is true of it. */
export function joins(server: TestServer, { organization, entity }: Company, kind: 'created' | 'invited'): Promise<TestAccount> {
  return newMember(server, organization, { entity, ...(kind === 'created' && { createdIn: organization }) })
}

/** Has another account pay for a member; a member that came from outside consents. */
export async function payFor(
  server: TestServer,
  company: Company,
  member: number,
  payer: number,
  kind: 'created' | 'invited',
): Promise<void> {
  const money = { PolicyType: 'Financial', PermissionIds: [1, 2, 7], PayUin: String(payer) }
  await company.client.UpdateOrganizationMember({ MemberUin: member, ...money })
  if (kind === 'invited') await set(server, 'POST', `/organizations/${company.organization}/members/${member}/consent`, { consents: true })
}

/** Has a member pay for another: it must administer the company for that, and does so no longer afterwards. */
export async function payForAnother(server: TestServer, company: Company, payer: number): Promise<number> {
  const payee = await joins(server, company, 'created')
  const relation = `/organizations/${company.organization}/entities/7`
  await set(server, 'PUT', relation, { name: company.entity, managerUin: payer })
  await payFor(server, company, payee.uin, payer, 'created')
  await set(server, 'DELETE', relation)
  return payee.uin
}

/** A user of the zone that has access to an account. */
export async function giveAccess(
  server: TestServer,
  company: Company,
  uin: number,
  kind: 'role_assignment' | 'user_provisioning',
): Promise<void> {
  await putAccessRule(server, { ...company, uin }, await newUser(company), kind)
}
