import { type Static, Type } from 'typebox'
import { account, changed, givenNumber, made, moment, name, node, numbers, oneOf, tags, text } from './kinds.ts'

/** What an account has as a member, and what an invitation promises it. */
const terms = {
  account: account('Which account it is'),
  node: Type.Optional(node('The department it lies in. Left out: the root.')),
  name: Type.Optional(name('Its name as a member, which no other member of the organization has. Left out: the name of the account.')),
  remark: Type.Optional(text(4096, 'A remark')),
  permissions: Type.Optional(numbers('Financial permissions of the manager over it. Default 1, 2.')),
  payer: Type.Optional(account('Who pays for it. Left out: it pays itself.')),
  mayQuit: Type.Optional(oneOf(['allowed', 'denied'], 'Default allowed; denied for the manager and for accounts that were made here')),
  tags,
}

export const memberSchema = Type.Object(
  {
    ...terms,
    kind: Type.Optional(oneOf(['invited', 'created'], 'How it came in. Default: created when the organization made the account.')),
    askedPermissions: Type.Optional(numbers('Permissions that wait for its consent')),
    askedPayer: Type.Optional(account('Who is to pay for it after its consent')),
    joinedAt: Type.Optional(moment('When it came in. Left out: now.')),
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a member: { account, node }' },
)

export const invitationSchema = Type.Object(
  {
    ...terms,
    id: Type.Optional(givenNumber()),
    status: Type.Optional(oneOf(['open', 'accepted', 'denied', 'cancelled'], 'Default open')),
    createdAt: made,
    expiresAt: Type.Optional(moment('Until when it can be accepted. Left out: 15 days after it was made.')),
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'an invitation: { account, node }' },
)

export type SeedMember = Static<typeof memberSchema>
export type SeedInvitation = Static<typeof invitationSchema>
