import { type Static, type TSchema, Type } from 'typebox'
import type { AccountFacts } from '../../../directory/accounts/facts.ts'
import { strictObject } from '../strict-object.ts'

/** The three ways out that most facts bar. */
const ways = 'DeleteOrganizationMembers and QuitOrganization'
const noEnd = 'UpdateOrganizationMember does not end that: UnsupportedOperation.DeleteDelegatePayerNotAllow'
const products = (description: string) => Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 100, description })

/** Each fact, its default, and the vendor codes that it gates. */
const fields = {
  paymentCard: Type.Boolean({
    description:
      `A payment card of its own is bound (default true). False, while another account pays for it: ${ways}, and DeleteAccount, refuse with ` +
      `UnsupportedOperation.MemberNoPayment, and ${noEnd}.`,
  }),
  balance: Type.Integer({
    minimum: -1_000_000_000_000,
    maximum: 1_000_000_000_000,
    description:
      `In cents (default 0). Below 0, while another account pays for it: ${ways}, and DeleteAccount, refuse with ` +
      `FailedOperation.MemberExistDelegatePayerNotAllowDelete, and ${noEnd}; pay-on-behalf cannot begin either: ` +
      'UnsupportedOperation.MemberAccountArrears, of the payer UnsupportedOperation.PayerArrearsAndNoCreditAccount.',
  }),
  openOrders: Type.Integer({
    minimum: 0,
    maximum: 1_000_000_000,
    description:
      `Orders that are unpaid or in progress (default 0). Above 0, while another account pays for it: ${ways}, and DeleteAccount, refuse with ` +
      `FailedOperation.MemberExistDelegatePayerNotAllowDelete, and ${noEnd}; pay-on-behalf cannot begin either: ` +
      'UnsupportedOperation.OrderInProgressExisted.',
  }),
  operateProcess: Type.Boolean({
    description: `An approval of sensitive operations is set up (default false). True: ${ways}, and DeleteAccount, refuse with UnsupportedOperation.MemberExistOperateProcessNotAllowDelete.`,
  }),
  entityAdministrator: Type.Boolean({
    description: `It administers a verified entity (default false). True: ${ways}, and DeleteAccount, refuse with FailedOperation.OrganizationAuthManageNotAllowDelete.`,
  }),
  resources: products(
    'Products in which it still owns resources (default none). Any: DeleteAccount refuses with UnsupportedOperation.MemberAccountExistResource.',
  ),
  undetectedResources: products(
    'Products that could not be asked for resources (default none). Any: DeleteAccount refuses with UnsupportedOperation.MemberAccountExistResource.',
  ),
  sharesResources: Type.Boolean({
    description: `It owns shares that others use (default false). True: ${ways}, and DeleteAccount, refuse with FailedOperation.MemberShareResource.`,
  }),
  usesShares: Type.Boolean({
    description: `It uses what others share (default false). True: ${ways} refuse with FailedOperation.ShareResourceMemberInUse.`,
  }),
  securityMail: Type.Boolean({
    description:
      'Security mail and phone are bound (default false; set when a mail binding succeeds). False, for an account that the organization ' +
      'created: DeleteOrganizationMembers refuses with UnsupportedOperation.CreateMemberNotAllowDelete.',
  }),
  site: Type.Enum(['domestic', 'international'], {
    description:
      'The site it is registered at (default domestic). Another than that of who invites it: FailedOperation.NotSameRegion of InviteOrganizationMember.',
  }),
  distributor: Type.String({
    maxLength: 100,
    description:
      'The distributor whose client it is (default empty), while its kind is `distributor_client`. Another than that of who invites it: ' +
      'UnsupportedOperation.AgentNotSame of InviteOrganizationMember.',
  }),
} satisfies Record<keyof AccountFacts, TSchema>

/** Some facts: those that are named change. */
export const someFacts = strictObject(
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, Type.Optional(field)])) as {
    [Name in keyof typeof fields]: ReturnType<typeof Type.Optional<(typeof fields)[Name]>>
  },
  { minProperties: 1, description: 'What no vendor action sets' },
)

export const allFacts = Type.Object(fields, { description: 'What no vendor action sets, as it is in force' })

export function showFacts(facts: AccountFacts): Static<typeof allFacts> {
  return { ...facts, resources: [...facts.resources], undetectedResources: [...facts.undetectedResources] }
}
