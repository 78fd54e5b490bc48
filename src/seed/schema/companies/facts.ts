import { type TSchema, Type } from 'typebox'
import type { CompanyFacts } from '../../../directory/companies/company.ts'
import { companyLimits } from '../../../directory/companies/limits.ts'
import { limitFields, listOf, oneOf, text, texts, wholeNumber, yesNo } from '../kinds.ts'
import { some } from '../some.ts'

const seatsLeft = Type.Optional(wholeNumber(0, 'How many are left. Left out: without a limit.'))

const regions = Type.Object(
  { names: texts('Regions'), expired: Type.Optional(yesNo('The right to them has ended (default false)')), seatsLeft },
  { additionalProperties: false, title: 'regions: { names }', description: 'Where people’s data may be kept' },
)

const licenceSchema = Type.Object(
  { licence: text(1024, 'The licence'), seatsLeft },
  { additionalProperties: false, title: 'a licence: { licence, seatsLeft }' },
)

const licences = Type.Object(
  { required: Type.Optional(yesNo('Everybody needs one (default false)')), list: listOf(licenceSchema, 'licences', 'Licences') },
  { additionalProperties: false, title: 'licences: { required, list }', description: 'Licences that the company gives to its people' },
)

const fields = {
  certified: yesNo('Phone numbers of other countries may be used (default true)'),
  units: yesNo('Units are there (default true)'),
  unitTypesInUse: texts('Types of units that cannot be deleted'),
  groups: yesNo('Groups are there (default true)'),
  dynamicGroups: yesNo('Groups by rule may be made through a wire (default false)'),
  activatesPeople: yesNo('New people count as activated at once (default false)'),
  fedFromOutside: yesNo('People and departments are fed from another system (default false)'),
  suspended: yesNo('No token of its apps is taken (default false)'),
  overseas: yesNo('It is of the edition for other countries (default false)'),
  seats: wholeNumber(0, 'How many people it has paid for'),
  editionSeats: wholeNumber(0, 'How many people its edition allows'),
  planExpired: yesNo('Its plan has ended (default false)'),
  severalDepartments: oneOf(['allowed', 'forbidden', 'not_enabled', 'old_visibility'], 'Whether people sit in several. Default allowed.'),
  posts: yesNo('People may hold posts (default true)'),
  loginTypes: texts('Ways of logging in that were set up'),
  mailDomains: texts('Domains of its mail'),
  mailAliasesLeft: wholeNumber(0, 'How many aliases of mailboxes are left'),
  recycledMail: texts('Enterprise mails that were deleted and not yet forgotten'),
  reviewRejects: texts('Words that no name may hold, and keys of pictures that nobody may show'),
  riskControl: yesNo('The control of risks stops every change of people (default false)'),
  createdTooMany: yesNo('Too many people were created lately (default false)'),
  joinedTooMany: texts('Phones and mails that came into too many companies lately'),
  regions,
  licences,
  limits: some(limitFields(companyLimits), 'Limits that differ from the defaults'),
} satisfies Record<keyof CompanyFacts, TSchema>

/** What no call of a wire sets; left out, a fact has its default. */
export const factsSchema = some(fields, 'Facts that no call of a wire sets')
