import { type TInteger, type TOptional, Type } from 'typebox'
import { type OrganizationQuotaName, organizationQuotas } from '../../../directory/limits.ts'
import { strictObject } from '../strict-object.ts'

/** What the vendor answers when a limit is reached. */
const gates: Readonly<Record<OrganizationQuotaName, string>> = {
  members: 'LimitExceeded.OrganizationMemberOverLimit',
  createdMembers: 'LimitExceeded.CreateMemberOverLimit',
  accountsPerEntity: 'FailedOperation.CreateMemberAuthOverLimit',
  nodes: 'LimitExceeded.NodeExceedLimit',
  nodesPerDeletion: 'FailedOperation.OrganizationNodeDeleteOverLimit',
  openInvitations: 'LimitExceeded.InvitationOverLimit',
  mailBindingsPerDay: 'LimitExceeded.EmailBindOverLimit',
  mailBindingUpdates: 'LimitExceeded.UpdateEmailBindOverLimit',
  mailBindingSends: 'LimitExceeded.SendEmailLimit',
  deletionReviewSeconds: 'FailedOperation.MemberAccountDeregisterPending until then',
  accountsPerPhone: 'LimitExceeded.PhoneNumBound',
}

const names = Object.keys(organizationQuotas) as OrganizationQuotaName[]

const limit = (name: OrganizationQuotaName) =>
  Type.Integer({
    minimum: 0,
    maximum: 1_000_000_000,
    description: `Default ${organizationQuotas[name].default} (${organizationQuotas[name].source}). Reached: ${gates[name]}.`,
  })

type Each<Of> = Record<OrganizationQuotaName, Of>

/** Some limits: those that are named change. */
export const someLimits = strictObject(
  Object.fromEntries(names.map((name) => [name, Type.Optional(limit(name))])) as Each<TOptional<TInteger>>,
  { minProperties: 1, examples: [{ members: organizationQuotas.members.default }] },
)

export const allLimits = Type.Object(Object.fromEntries(names.map((name) => [name, limit(name)])) as Each<TInteger>, {
  description: 'The limits of the organization that are in force',
})
