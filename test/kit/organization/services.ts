import { expect, test } from 'vitest'
import { admin } from '../admin.ts'
import type { Client } from '../clients.ts'
import { eventsIn, newAccount, newMember, newOrganization, type TestManager } from '../directory.ts'
import { expectRefusal, expectUnchanged } from '../refusals.ts'
import type { TestServer } from '../server.ts'
import type { SharedServer } from '../shared-server.ts'

/** The first fifty delegates of a service. */
export async function delegatesOf({ client }: Pick<TestManager, 'client'>, Product: string) {
  const { Items = [], Total } = await client.ListOrgServiceAssignMember({ Offset: 0, Limit: 50, Product })
  expect(Total).toBe(Items.length)
  return Items
}

export async function delegatedUins(manager: Pick<TestManager, 'client'>, Product: string): Promise<(number | undefined)[]> {
  return (await delegatesOf(manager, Product)).map(({ MemberUin }) => MemberUin)
}

/** The limit for the delegates of each service, and services of every kind. Source: docs/decisions, services of an organization. */
export const mostDelegates = 5

export async function newMembers(server: TestServer, organization: number, count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, async () => (await newMember(server, organization)).uin))
}

/** Says in the admin API whether a delegate uses its service. */
export async function setInUse(server: TestServer, organization: number, service: string, uin: number, inUse: boolean): Promise<void> {
  const { status, body } = await admin(server, 'PATCH', `/organizations/${organization}/services/${service}/delegates/${uin}`, { inUse })
  expect([status, body]).toMatchObject([200, { organization, service, uin, inUse }])
}

/** All services, all that is delegated, and everything that was recorded. */
async function servicesState(server: TestServer, manager: TestManager): Promise<object> {
  const { Items = [] } = await manager.client.ListOrganizationService({ Offset: 0, Limit: 50 })
  const delegates = await Promise.all(Items.map(({ Product }) => delegatesOf(manager, Product as string)))
  return { services: Items, delegates, events: await eventsIn(server, `organization-${manager.organization}`) }
}

/** `expectRefusal`; services and delegates are afterwards what they were before. */
export async function expectSameServices(
  server: TestServer,
  manager: TestManager,
  call: () => Promise<unknown>,
  code: string,
  words: string | RegExp,
): Promise<void> {
  await expectUnchanged(() => servicesState(server, manager), call, code, words)
}

/** Source: error codes of each of these actions; open question 15 for the member. */
export function refusesAllButManagers(world: SharedServer, call: (client: Client, member: number) => Promise<unknown>): void {
  const code = 'ResourceNotFound.OrganizationNotExist'

  test(`${code}: an account without an organization`, async () => {
    const { client } = await newAccount(world.server)
    await expectRefusal(call(client, 1), code, 'CreateOrganization makes one')
  })

  test(`${code}: a member that is not the manager`, async () => {
    const manager = await newOrganization(world.server)
    const member = await newMember(world.server, manager.organization, { createdIn: manager.organization })
    const words = `Only the manager account of organization ${manager.organization}`
    await expectSameServices(world.server, manager, () => call(member.client, member.uin), code, words)
  })
}
