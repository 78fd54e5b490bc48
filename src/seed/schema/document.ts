import { type Static, Type } from 'typebox'
import { accountSchema } from './account.ts'
import { companySchema } from './companies/company.ts'
import { outlivingBindingSchema } from './mail-binding.ts'
import { organizationSchema } from './organization.ts'
import { zoneSchema } from './zone.ts'

/** A whole seed document: the one declaration that its type, its check and its published schema come from. */
export const documentSchema = Type.Object(
  {
    rollcall: Type.Literal(1, { title: '1, the version of this form', description: 'The version of this form: 1' }),
    accounts: Type.Optional(Type.Array(accountSchema, { title: 'a list of accounts', description: 'Cloud accounts' })),
    organizations: Type.Optional(
      Type.Array(organizationSchema, { title: 'a list of organizations', description: 'Trees of accounts, each with one manager' }),
    ),
    zones: Type.Optional(
      Type.Array(zoneSchema, { title: 'a list of zones', description: 'Spaces of users and groups, one an organization' }),
    ),
    companies: Type.Optional(
      Type.Array(companySchema, { title: 'a list of companies', description: 'Companies of people, without their apps' }),
    ),
    mailBindings: Type.Optional(
      Type.Array(outlivingBindingSchema, {
        title: 'a list of mail bindings',
        description: 'Security addresses that accounts bound in organizations that were deleted since: they stay their own',
      }),
    ),
  },
  {
    additionalProperties: false,
    title: 'a seed document',
    description: 'What a directory is to hold. A seed adds what is missing and changes nothing.',
  },
)

export type SeedDocument = Static<typeof documentSchema>
