import { type Static, type TSchema, Type } from 'typebox'
import type { CompanyFacts } from '../../../directory/companies/company.ts'
import { companyLimits } from '../../../directory/companies/limits.ts'
import { strictObject } from '../strict-object.ts'
import { peopleFactFields } from './people-fact-fields.ts'

/** Each limit, its default, and where the number comes from. */
const limits = Object.fromEntries(
  Object.entries(companyLimits).map(([name, limit]) => [
    name,
    Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: `Default ${limit.default}. ${limit.source}.` }),
  ]),
) as Record<keyof typeof companyLimits, ReturnType<typeof Type.Integer>>

/** Each fact, its default, and what it gates. */
const fields = {
  certified: Type.Boolean({ description: 'Phone numbers of other countries may be used (default true). False: 44019.' }),
  units: Type.Boolean({ description: 'Units, a paid feature, are there (default true). False: 43050.' }),
  unitTypesInUse: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
    maxItems: 1000,
    description: 'Types of units that something outside refers to (default none). A unit of such a type cannot be deleted: 43057.',
  }),
  groups: Type.Boolean({ description: 'User groups are there (default true). False: 42015.' }),
  dynamicGroups: Type.Boolean({ description: 'Groups by rule may be made through a wire (default false). False: 42003.' }),
  activatesPeople: Type.Boolean({ description: 'New people count as activated at once (default false).' }),
  fedFromOutside: Type.Boolean({
    description:
      'People and departments are fed from another system (default false). True: changes of them are refused with 43031 and 44053, deletions of people with 44062.',
  }),
  suspended: Type.Boolean({ description: 'No token of its apps is taken (default false). True: every call is refused with 99991665.' }),
  ...peopleFactFields,
  limits: Type.Object(limits, { description: 'How much of each thing there may be; what is there beyond a lowered limit stays' }),
} satisfies Record<keyof CompanyFacts, TSchema>

const { limits: _limits, ...plainFields } = fields

const optional = <Fields extends Record<string, TSchema>>(all: Fields) =>
  Object.fromEntries(Object.entries(all).map(([name, field]) => [name, Type.Optional(field)])) as {
    [Name in keyof Fields]: ReturnType<typeof Type.Optional<Fields[Name]>>
  }

/** Some facts: those that are named change. */
export const someCompanyFacts = strictObject(
  { ...optional(plainFields), limits: Type.Optional(strictObject(optional(limits), { minProperties: 1 })) },
  { minProperties: 1, description: 'What no call of a wire sets' },
)

export const allCompanyFacts = Type.Object(fields, { description: 'What no call of a wire sets, as it is in force' })

export function showCompanyFacts(facts: CompanyFacts): Static<typeof allCompanyFacts> {
  return structuredClone(facts) as Static<typeof allCompanyFacts>
}
