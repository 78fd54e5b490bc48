import { type Static, Type } from 'typebox'
import { zoneQuotas } from '../../directory/limits.ts'
import { account, changed, givenId, limitFields, made, moment, name, oneOf, text, yesNo } from './kinds.ts'
import { some } from './some.ts'

const owner = Type.Optional(oneOf(['manual', 'synchronized'], 'Who may change it: people, or its source. Default manual.'))

const access = Type.Optional(
  Type.Array(
    Type.Object(
      {
        kind: oneOf(['role_assignment', 'user_provisioning'], 'Through what'),
        account: account('To which account'),
        createdAt: made,
      },
      { additionalProperties: false, title: 'an access: { kind, account }' },
    ),
    { title: 'a list of accesses', description: 'Accounts that it still has access to' },
  ),
)

const externalId = Type.Optional(text(1024, 'Its id at its source'))

const userSchema = Type.Object(
  {
    name: name('Its name, which no other user of the zone has'),
    id: Type.Optional(givenId('u')),
    firstName: Type.Optional(text(1024, 'First name')),
    lastName: Type.Optional(text(1024, 'Last name')),
    displayName: Type.Optional(text(1024, 'The name that is shown')),
    description: Type.Optional(text(4096, 'A description')),
    email: Type.Optional(text(1024, 'An address, which no other user of the zone has')),
    status: Type.Optional(oneOf(['enabled', 'disabled'], 'Default enabled')),
    owner,
    externalId,
    profile: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        title: 'attributes by their names',
        description: 'Further attributes that its source keeps with it, as they are',
      }),
    ),
    mustResetPassword: Type.Optional(yesNo('It must choose a new password when it next signs in (default false)')),
    access,
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a user' },
)

const membershipSchema = Type.Union(
  [
    name('The name of the user'),
    Type.Object(
      { user: name('The name of the user'), joinedAt: Type.Optional(moment('When it came in. Left out: now.')) },
      { additionalProperties: false, title: 'a membership: { user, joinedAt }' },
    ),
  ],
  { title: 'a user: its name, or { user, joinedAt }' },
)

const groupSchema = Type.Object(
  {
    name: name('Its name, which no other group of the zone has'),
    id: Type.Optional(givenId('g')),
    description: Type.Optional(text(4096, 'A description')),
    owner,
    externalId,
    members: Type.Optional(Type.Array(membershipSchema, { title: 'a list of users', description: 'Who is in it' })),
    access,
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a group' },
)

export const zoneSchema = Type.Object(
  {
    manager: account('The manager of the organization that it belongs to'),
    name: name('Its name, which no other zone has'),
    id: Type.Optional(givenId('z')),
    synchronization: Type.Optional(oneOf(['enabled', 'disabled'], 'Default disabled. Turned on when all the rest is there.')),
    adoption: Type.Optional(
      oneOf(['never', 'by_name'], 'Whether a source takes over a user of the same name that is kept by hand. Default never.'),
    ),
    quotas: Type.Optional(
      some(
        limitFields(zoneQuotas),
        'Quotas that differ from the defaults. They may be below what the file holds: it is over its quota then.',
      ),
    ),
    createdAt: made,
    updatedAt: changed,
    users: Type.Optional(Type.Array(userSchema, { title: 'a list of users', description: 'Its users' })),
    groups: Type.Optional(Type.Array(groupSchema, { title: 'a list of groups', description: 'Its groups, with who is in them' })),
  },
  { additionalProperties: false, title: 'a zone' },
)

export type SeedZone = Static<typeof zoneSchema>
export type SeedUser = Static<typeof userSchema>
export type SeedGroup = Static<typeof groupSchema>
export type SeedMembership = Static<typeof membershipSchema>
export type SeedAccess = NonNullable<SeedUser['access']>[number]
