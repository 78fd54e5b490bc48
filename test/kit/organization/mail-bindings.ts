import { randomInt } from 'node:crypto'
import { expect } from 'vitest'
import { admin } from '../admin.ts'
import { eventsIn, newMember, newOrganization, type TestAccount, type TestManager, unique } from '../directory.ts'
import { expectUnchanged } from '../refusals.ts'
import type { TestServer } from '../server.ts'

export interface Contact {
  readonly Email: string
  readonly CountryCode: string
  readonly Phone: string
}

/** An address and a phone that no other test uses. */
export function newContact(differing: Partial<Contact> = {}): Contact {
  return {
    Email: `${unique('mail')}@example.com`,
    CountryCode: '86',
    Phone: String(randomInt(10_000_000_000, 20_000_000_000)),
    ...differing,
  }
}

/** An organization with accounts that it created. */
export async function withCreatedMembers(server: TestServer, count = 1): Promise<{ manager: TestManager; uins: number[] }> {
  const manager = await newOrganization(server)
  const { organization } = manager
  const made = Array.from({ length: count }, async () => (await newMember(server, organization, { createdIn: organization })).uin)
  return { manager, uins: await Promise.all(made) }
}

/** Begins a binding and answers its BindId. */
export async function addMail({ client }: TestAccount, MemberUin: number, contact: Partial<Contact> = {}): Promise<number> {
  const { BindId } = await client.AddOrganizationMemberEmail({ MemberUin, ...newContact(contact) })
  return BindId as number
}

/** What the person did with the mail, said through the admin API. */
export async function finishMail(server: TestServer, uin: number, outcome: 'success' | 'failed', more: object = {}): Promise<void> {
  const { status, body } = await admin(server, 'POST', `/accounts/${uin}/mail-binding`, { outcome, phone: outcome === 'success', ...more })
  expect([status, body]).toMatchObject([200, { uin, status: outcome }])
}

export async function setLimits(server: TestServer, { organization }: TestManager, limits: Record<string, number>): Promise<void> {
  const { status } = await admin(server, 'PATCH', `/organizations/${organization}`, { limits })
  expect(status).toBe(200)
}

export async function bindingOf({ client }: TestAccount, MemberUin: number) {
  const { RequestId, ...binding } = await client.DescribeOrganizationMemberEmailBind({ MemberUin })
  expect(RequestId).toMatch(/^[0-9a-f-]{36}$/)
  return binding
}

/** `expectRefusal`; the bindings of these members, and what was recorded, are afterwards what they were before. */
export async function expectSameBindings(
  server: TestServer,
  manager: TestManager,
  uins: readonly number[],
  call: () => Promise<unknown>,
  code: string,
  words: string | RegExp,
): Promise<void> {
  const state = async () => ({
    bindings: await Promise.all(uins.map((uin) => bindingOf(manager, uin))),
    events: await eventsIn(server, `organization-${manager.organization}`),
  })
  await expectUnchanged(state, call, code, words)
}

/** Members of which the first has a binding that waits, and what is refused there as `expectSameBindings` says. */
export async function withWaitingMail(server: TestServer, count = 1) {
  const { manager, uins } = await withCreatedMembers(server, count)
  const [uin, ...others] = uins as [number, ...number[]]
  const contact = newContact()
  await addMail(manager, uin, contact)
  const refused = (call: () => Promise<unknown>, code: string, words: string | RegExp) =>
    expectSameBindings(server, manager, uins, call, code, words)
  return { manager, uin, others, contact, refused }
}
