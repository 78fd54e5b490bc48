import type { Blocker } from '../../../directory/refusals/leaving.ts'

type Remedies = { readonly [F in Blocker['fact']]: (blocker: Extract<Blocker, { fact: F }>) => string }

const vendor = (action: string, parameters: object) => `${action} ${JSON.stringify(parameters)}`
const setFacts = (uin: number, facts: object) => `PATCH /admin/v1/accounts/${uin} ${JSON.stringify({ facts })}`
const ownMoney = (permissions: readonly number[]) => ({ PolicyType: 'Financial', PermissionIds: permissions })
/** Nothing else can be set of a member that is asked for more: its answer comes first, and leaves all as it is. */
const declineFor = (organization: number, uin: number) =>
  `POST /admin/v1/organizations/${organization}/members/${uin}/consent ${JSON.stringify({ consents: false })}`
const removeRule = ({ uin, zone, one }: { uin: number; zone: string; one: string }, kind: string) =>
  `DELETE /admin/v1/zones/${zone}/principals/${one}/access-rules/${kind}/${uin}`

/** The call that takes each blocker away, ready to be sent: a vendor's action of the manager's, or one of the admin API. Some need it more than once. */
const remedies: Remedies = {
  manager_never_leaves: () => vendor('DeleteOrganization', {}),
  security_mail_missing: (b) => setFacts(b.uin, { securityMail: true }),
  created_never_quits: (b) => vendor('DeleteOrganizationMembers', { MemberUin: [b.uin] }),
  quit_denied: (b) => {
    if (b.asked) return declineFor(b.organization, b.uin)
    const unpaid = b.payer === null ? {} : ownMoney(b.otherPermissions)
    return vendor('UpdateOrganizationMember', { MemberUin: b.uin, ...unpaid, IsAllowQuit: 'Allow' })
  },
  not_created_here: (b) => (b.manages ? vendor('DeleteOrganization', {}) : vendor('DeleteOrganizationMembers', { MemberUin: [b.uin] })),
  administers_services: (b) =>
    b.inUse
      ? `PATCH /admin/v1/organizations/${b.organization}/services/${b.services[0]}/delegates/${b.uin} ${JSON.stringify({ inUse: false })}`
      : vendor('DeleteOrgServiceAssign', { MemberUin: b.uin, Product: b.services[0] }),
  administers_entity: (b) => {
    const [relation] = b.entities
    if (relation) return `DELETE /admin/v1/organizations/${b.organization}/entities/${relation.id}`
    return setFacts(b.uin, { entityAdministrator: false })
  },
  shares_resources: (b) => setFacts(b.uin, { sharesResources: false }),
  uses_shares: (b) => setFacts(b.uin, { usesShares: false }),
  payer_not_settled: (b) => setFacts(b.uin, { balance: 0, openOrders: 0 }),
  pays_for_members: (b) =>
    b.asked ? declineFor(b.organization, b.one) : vendor('UpdateOrganizationMember', { MemberUin: b.one, ...ownMoney(b.otherPermissions) }),
  payment_card_missing: (b) => setFacts(b.uin, { paymentCard: true }),
  operate_process_set: (b) => setFacts(b.uin, { operateProcess: false }),
  role_deployed_to_account: (b) => removeRule(b, 'role_assignment'),
  user_provisioned_to_account: (b) => removeRule(b, 'user_provisioning'),
  deletion_not_permitted: (b) =>
    `PATCH /admin/v1/organizations/${b.organization} ${JSON.stringify({ facts: { deletionPermission: true } })}`,
  resources_left: (b) => setFacts(b.uin, { resources: [], undetectedResources: [] }),
  deletion_pending: (b) => vendor('DeleteOrganizationMembers', { MemberUin: [b.uin] }),
}

export function remedyFor(blocker: Blocker): string {
  return (remedies[blocker.fact] as (blocker: Blocker) => string)(blocker)
}
