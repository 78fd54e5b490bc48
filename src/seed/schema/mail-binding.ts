import { type Static, Type } from 'typebox'
import { account, givenNumber, made, moment, name, oneOf, text, wholeNumber, yesNo } from './kinds.ts'

const fields = {
  id: Type.Optional(givenNumber()),
  email: name('The address'),
  countryCode: Type.Optional(text(16, 'Default 86')),
  phone: text(64, 'The number of the phone'),
  status: Type.Optional(oneOf(['valid', 'success', 'failed'], 'Waiting, bound, or failed. Default valid.')),
  phoneBound: Type.Optional(yesNo('The phone is bound (default: when the address is)')),
  description: Type.Optional(text(4096, 'How it ended')),
  day: Type.Optional(
    Type.String({
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
      title: 'a day such as 2026-01-31',
      description: 'The day on which it was asked for. Left out: the day it was made, at UTC+8.',
    }),
  ),
  requests: Type.Optional(wholeNumber(1, 'How often it was asked for on that day (default 1)')),
  updates: Type.Optional(wholeNumber(0, 'How often it was changed (default 0)')),
  sends: Type.Optional(wholeNumber(0, 'How often the mail was sent (default 0)')),
  sentAt: Type.Optional(moment('When the mail was last sent')),
  createdAt: made,
  boundAt: Type.Optional(moment('When it was bound')),
}

export const mailBindingSchema = Type.Object(
  { account: account('The member'), ...fields },
  { additionalProperties: false, title: 'a mail binding: { account, email, phone }' },
)

export const outlivingBindingSchema = Type.Object(
  { organization: wholeNumber(1, 'The number that the organization had'), account: account('Who was a member of it'), ...fields },
  { additionalProperties: false, title: 'a mail binding: { organization, account, email, phone }' },
)

export type SeedMailBinding = Static<typeof mailBindingSchema>
