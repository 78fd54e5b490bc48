import { type Static, type TSchema, Type } from 'typebox'
import type { OrganizationFacts } from '../../../directory/organizations/facts.ts'
import { strictObject } from '../strict-object.ts'

const ids = (description: string) =>
  Type.Array(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), { maxItems: 1000, description })

/** Each fact, its default, and the vendor codes that it gates. */
const fields = {
  deletionPermission: Type.Boolean({
    description:
      'Accounts that it created may be deleted for good (default false). False: DeleteAccount refuses with UnsupportedOperation.DeleteAccountDisabled.',
  }),
  openedPermissions: ids(
    'Financial permissions beyond the ordinary ones that it may ask of members (default none; 3 and 10 can be opened). Asking for one that ' +
      'is not opened: FailedOperation.OrganizationPermissionIllegal.',
  ),
  sharesInUse: Type.Boolean({
    description:
      'Shares hold resources, members or departments (default false). True: DeleteOrganization refuses with FailedOperation.ShareUnitNotEmpty.',
  }),
  sharedNodes: ids(
    'Departments that something is shared with (default none). DeleteOrganizationNodes refuses them with FailedOperation.ShareNodeExisted.',
  ),
  policiesEnabled: Type.Boolean({
    description:
      'A service control or tag policy is enabled (default false). True: DeleteOrganization refuses with FailedOperation.OrganizationPolicyIsNotDisabled.',
  }),
  memberPolicies: Type.Boolean({
    description:
      'Policies for access to members exist (default false). True: DeleteOrganization refuses with FailedOperation.OrgMemberPolicyExist.',
  }),
  trustedEntities: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
    maxItems: 1000,
    description:
      'Companies of other names that count as the same (default none). Inviting an account of another: FailedOperation.AuthInfoNotSame.',
  }),
} satisfies Record<keyof OrganizationFacts, TSchema>

/** Some facts: those that are named change. */
export const someOrganizationFacts = strictObject(
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, Type.Optional(field)])) as {
    [Name in keyof typeof fields]: ReturnType<typeof Type.Optional<(typeof fields)[Name]>>
  },
  { minProperties: 1, description: 'What is true of the organization as a whole and no vendor action sets' },
)

export const allOrganizationFacts = Type.Object(fields, {
  description: 'What is true of the organization as a whole and no vendor action sets, as it is in force',
})

export function showOrganizationFacts(facts: OrganizationFacts): Static<typeof allOrganizationFacts> {
  return {
    ...facts,
    openedPermissions: [...facts.openedPermissions],
    sharedNodes: [...facts.sharedNodes],
    trustedEntities: [...facts.trustedEntities],
  }
}
