import type { TestAccount } from '../directory.ts'
import type { TestServer } from '../server.ts'
import { type Company, giveAccess, joins, newCompany, payFor, payForAnother, setFacts, setOrganization } from './companies.ts'

export type Kind = 'created' | 'invited'
export type Way = 'remove' | 'quit' | 'delete'

/**
 * What each fact is answered with by DeleteOrganizationMembers, QuitOrganization and DeleteAccount; empty where it bars nothing.
 * Source: the table of the three operations and the actions' error codes; four codes of DeleteAccount are chosen, as it lists none.
 */
export const codes = {
  manager_never_leaves: ['FailedOperation.DisableQuitSelfCreatedOrganization', 'FailedOperation.DisableQuitSelfCreatedOrganization', ''],
  security_mail_missing: ['UnsupportedOperation.CreateMemberNotAllowDelete', '', ''],
  created_never_quits: ['', 'UnsupportedOperation.CreateMemberNotAllowQuit', ''],
  not_created_here: ['', '', 'UnsupportedOperation.InviteAccountNotAllowDelete'],
  administers_services: everywhere('UnsupportedOperation.MemberExistServiceNotAllowDelete'),
  administers_entity: everywhere('FailedOperation.OrganizationAuthManageNotAllowDelete'),
  shares_resources: everywhere('FailedOperation.MemberShareResource'),
  uses_shares: ['FailedOperation.ShareResourceMemberInUse', 'FailedOperation.ShareResourceMemberInUse', ''],
  payer_not_settled: everywhere('FailedOperation.MemberExistDelegatePayerNotAllowDelete'),
  pays_for_members: everywhere('FailedOperation.MemberIsDelegatePayerNotAllowDelete'),
  payment_card_missing: everywhere('UnsupportedOperation.MemberNoPayment'),
  quit_denied: ['', 'UnsupportedOperation.MemberNotAllowQuit', ''],
  operate_process_set: everywhere('UnsupportedOperation.MemberExistOperateProcessNotAllowDelete'),
  role_deployed_to_account: everywhere('UnsupportedOperation.MemberAccountExistCICRoleConfig'),
  user_provisioned_to_account: everywhere('UnsupportedOperation.MemberAccountExistCICUserConfig'),
  deletion_not_permitted: ['', '', 'UnsupportedOperation.DeleteAccountDisabled'],
  resources_left: ['', '', 'UnsupportedOperation.MemberAccountExistResource'],
  deletion_pending: ['', '', 'FailedOperation.MemberAccountDeregisterPending'],
} satisfies Record<string, readonly [string, string, string]>

function everywhere(code: string): [string, string, string] {
  return [code, code, code]
}

export type Fact = keyof typeof codes

/** Facts that can be put upon a member one by one; the rest follows from how it came in. */
export const obstacles = [
  'administers_services',
  'administers_entity',
  'shares_resources',
  'uses_shares',
  'payer_not_settled',
  'pays_for_members',
  'payment_card_missing',
  'quit_denied',
  'operate_process_set',
  'role_deployed_to_account',
  'user_provisioned_to_account',
  'deletion_not_permitted',
  'resources_left',
  'security_mail_missing',
  'deletion_pending',
] as const satisfies readonly Fact[]

export type Obstacle = (typeof obstacles)[number]

export interface Situation {
  readonly company: Company
  readonly member: TestAccount
  readonly kind: Kind
}

/** A member of a company of its own, of whom these facts are true and, as far as can be, no others. */
export async function situation(server: TestServer, kind: Kind, facts: ReadonlySet<Obstacle>): Promise<Situation> {
  const company = await newCompany(server)
  const member = await joins(server, company, kind)
  const place = { company, member, kind }
  await setOrganization(server, company, { facts: { deletionPermission: true }, limits: { deletionReviewSeconds: 30 } })
  if (!facts.has('security_mail_missing')) await setFacts(server, member.uin, { securityMail: true })
  // A deletion can only be asked for while nothing else is in its way.
  if (facts.has('deletion_pending') && kind === 'created') await company.client.DeleteAccount({ MemberUin: member.uin })
  // Both begin only while nothing is unpaid.
  if (facts.has('payer_not_settled') || facts.has('payment_card_missing')) await payFor(server, company, member.uin, company.uin, kind)
  if (facts.has('pays_for_members')) await payForAnother(server, company, member.uin)
  for (const fact of obstacles) if (facts.has(fact)) await put[fact]?.(server, place)
  return place
}

type Put = (server: TestServer, situation: Situation) => Promise<unknown>

const put: Partial<Record<Obstacle, Put>> = {
  administers_services: (_, { company, member }) =>
    company.client.CreateOrgServiceAssign({ MemberUins: [member.uin], Product: 'cloudaudit' }),
  administers_entity: (server, { member }) => setFacts(server, member.uin, { entityAdministrator: true }),
  shares_resources: (server, { member }) => setFacts(server, member.uin, { sharesResources: true }),
  uses_shares: (server, { member }) => setFacts(server, member.uin, { usesShares: true }),
  payer_not_settled: (server, { member }) => setFacts(server, member.uin, { balance: -1 }),
  payment_card_missing: (server, { member }) => setFacts(server, member.uin, { paymentCard: false }),
  quit_denied: async (_, { company, member, kind }) => {
    if (kind === 'invited') await company.client.UpdateOrganizationMember({ MemberUin: member.uin, IsAllowQuit: 'Denied' })
  },
  operate_process_set: (server, { member }) => setFacts(server, member.uin, { operateProcess: true }),
  role_deployed_to_account: (server, { company, member }) => giveAccess(server, company, member.uin, 'role_assignment'),
  user_provisioned_to_account: (server, { company, member }) => giveAccess(server, company, member.uin, 'user_provisioning'),
  deletion_not_permitted: (server, { company }) => setOrganization(server, company, { facts: { deletionPermission: false } }),
  resources_left: (server, { member }) => setFacts(server, member.uin, { resources: ['cvm'] }),
}

/** What holds of a member of this kind upon whom these were put. Written down here by itself, not read from the gates. */
function holds(kind: Kind, put: ReadonlySet<Obstacle>): ReadonlySet<Fact> {
  const facts = new Set<Fact>(put)
  facts.add(kind === 'created' ? 'created_never_quits' : 'not_created_here')
  if (kind === 'invited') {
    facts.delete('security_mail_missing')
    facts.delete('deletion_pending')
    // Who is paid for may not quit.
    if (put.has('payer_not_settled') || put.has('payment_card_missing')) facts.add('quit_denied')
  } else facts.delete('quit_denied')
  return facts
}

/** What bars each way out, in the order of the table. */
export function expected(kind: Kind, put: ReadonlySet<Obstacle>): Record<Way, { fact: Fact; code: string }[]> {
  const facts = holds(kind, put)
  const barring = (way: 0 | 1 | 2) =>
    (Object.keys(codes) as Fact[]).flatMap((fact) => (facts.has(fact) && codes[fact][way] ? [{ fact, code: codes[fact][way] }] : []))
  return { remove: barring(0), quit: barring(1), delete: barring(2) }
}

/** Takes a way out through the official client. */
export function take(way: Way, { company, member }: Situation): Promise<unknown> {
  if (way === 'remove') return company.client.DeleteOrganizationMembers({ MemberUin: [member.uin] })
  if (way === 'quit') return member.client.QuitOrganization({ OrgId: company.organization })
  return company.client.DeleteAccount({ MemberUin: member.uin })
}
