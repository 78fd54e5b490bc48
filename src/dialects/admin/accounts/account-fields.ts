import { type Static, Type } from 'typebox'
import type { PlacedAccount } from '../../../directory/accounts/find-account.ts'
import { organizationId, time, timeOf, uin } from '../fields.ts'
import { allFacts, showFacts } from './account-facts.ts'

/** Facts of an account that no vendor action sets, each with the vendor codes that it gates. */
export const name = Type.String({ minLength: 1, maxLength: 100, description: 'What people call the account; need not be unique' })

export const verification = Type.Enum(['none', 'personal', 'enterprise'], {
  description:
    'How far the real name was verified. `none`: CreateOrganization refuses with FailedOperation.AuthInfoEmpty, OpenIdentityCenter with ' +
    'FailedOperation.IdentityCenterNotAuth. `personal`: FailedOperation.AuthNotEnterprise and ' +
    'FailedOperation.IdentityCenterNotEnterpriseAuth. `enterprise`: both go through.',
})

export const entity = Type.String({
  minLength: 1,
  maxLength: 200,
  description:
    'The verified name, of the company or the person; the name of the account when left out. Empty while verification is `none`.',
})

export const kind = Type.Enum(['standard', 'distributor_client'], {
  description:
    'With `distributor_client`, CreateOrganization refuses with UnsupportedOperation, and financial permissions 6 and 7, on either side, are ' +
    'refused with UnsupportedOperation.ExistedAgent. `standard` when left out.',
})

export const createdIn = Type.Union([organizationId, Type.Null()], {
  description:
    'The organization that created the account, which may be gone by now; null when it was registered by itself. When set, CreateOrganization ' +
    'refuses with UnsupportedOperation.CreateMemberNotAllowCreateOrganization.',
})

export const account = Type.Object({
  uin,
  name: Type.String(),
  verification,
  entity: Type.String(),
  kind,
  createdIn,
  organization: Type.Union([organizationId, Type.Null()], { description: 'The organization that the account belongs to now' }),
  facts: allFacts,
  createdAt: time,
})

export function showAccount(placed: PlacedAccount): Static<typeof account> {
  return {
    uin: placed.uin,
    name: placed.name,
    verification: placed.verification,
    entity: placed.entity,
    kind: placed.kind,
    createdIn: placed.createdIn,
    organization: placed.organization,
    facts: showFacts(placed.facts),
    createdAt: timeOf(placed.createdAt),
  }
}
