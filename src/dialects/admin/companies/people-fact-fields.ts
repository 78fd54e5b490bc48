import { type TSchema, Type } from 'typebox'
import type { PeopleFacts } from '../../../directory/companies/people-facts.ts'

const words = (description: string, length = 200) =>
  Type.Array(Type.String({ minLength: 1, maxLength: length }), { maxItems: 1000, description })
const seats = (description: string) => Type.Union([Type.Integer({ minimum: 0, maximum: 1_000_000_000 }), Type.Null()], { description })
const on = (description: string) => Type.Boolean({ description })

/** What decides which people a company may have, with what each fact brings about. */
export const peopleFactFields = {
  overseas: on('The edition for other countries (default false): phones of the mainland are refused, and none is needed.'),
  seats: seats('People that the company has paid for (default null: no limit).'),
  editionSeats: seats('People that its edition allows (default null: no limit).'),
  planExpired: on('The plan is over (default false), so nobody new can be made.'),
  severalDepartments: Type.Enum(['allowed', 'forbidden', 'not_enabled', 'old_visibility'], {
    description: 'Whether a person may sit in several departments (default allowed).',
  }),
  posts: on('People may hold posts (default true).'),
  loginTypes: words('Ways of logging in that were set up (default none).'),
  mailDomains: words('Domains of enterprise mail (default none: nobody has one).'),
  mailAliasesLeft: seats('Aliases of mailboxes that are left (default null: no limit).'),
  recycledMail: words('Enterprise mails that were deleted and not yet forgotten (default none).', 320),
  reviewRejects: words('Words that no name may hold, and keys of pictures that nobody may show (default none).'),
  riskControl: on('The control of risks stops every change of people (default false).'),
  createdTooMany: on('Too many people were created lately (default false).'),
  joinedTooMany: words('Phones and mails that came into too many companies lately (default none).', 320),
  regions: Type.Union(
    [
      Type.Object(
        { names: words('Names of the regions'), expired: on('They may be used no longer'), seatsLeft: seats('People that fit in') },
        { additionalProperties: false },
      ),
      Type.Null(),
    ],
    { description: "Regions in which people's data is kept (default null: none)." },
  ),
  licences: Type.Union(
    [
      Type.Object(
        {
          required: on('Everybody needs one'),
          seatsLeft: Type.Record(Type.String({ maxLength: 100 }), seats('How many are left'), { additionalProperties: false }),
        },
        { additionalProperties: false },
      ),
      Type.Null(),
    ],
    { description: 'Licences that the company gives to its people (default null: none).' },
  ),
} satisfies Record<keyof PeopleFacts, TSchema>
