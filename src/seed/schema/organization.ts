import { type Static, type TSchema, Type } from 'typebox'
import { type OrganizationQuotaName, organizationQuotas } from '../../directory/limits.ts'
import type { OrganizationFacts } from '../../directory/organizations/facts.ts'
import { services } from '../../directory/services/services.ts'
import { account, changed, givenNumber, made, moment, name, node, numbers, oneOf, tags, text, texts, wholeNumber, yesNo } from './kinds.ts'
import { invitationSchema, memberSchema } from './member.ts'
import { some } from './some.ts'

const limits = Object.fromEntries(
  Object.entries(organizationQuotas).map(([quota, { default: most }]) => [quota, wholeNumber(0, `Default ${most}`)]),
) as Record<OrganizationQuotaName, ReturnType<typeof wholeNumber>>

const facts = {
  deletionPermission: yesNo('Accounts that it made may be deleted for good (default false)'),
  openedPermissions: numbers('Permissions beyond the ordinary ones that it may ask of members'),
  sharesInUse: yesNo('Shares hold resources, members or departments (default false)'),
  sharedNodes: numbers('Departments that something is shared with, by their numbers'),
  policiesEnabled: yesNo('A service control or tag policy is enabled (default false)'),
  memberPolicies: yesNo('Policies for access to members exist (default false)'),
  trustedEntities: texts('Companies of other names that count as the same'),
} satisfies Record<keyof OrganizationFacts, TSchema>

const nodeFields = {
  name: Type.String({
    pattern: '^[^/]+$',
    maxLength: 1024,
    title: 'a text of 1 to 1024 characters without /',
    description: 'Its name, which no other department of the organization has',
  }),
  id: Type.Optional(givenNumber()),
  remark: Type.Optional(text(4096, 'A remark')),
  tags,
  createdAt: made,
  updatedAt: changed,
}

/** A department, and those below it. */
const nodeSchema = Type.Cyclic(
  {
    node: Type.Object(
      {
        ...nodeFields,
        nodes: Type.Optional(Type.Array(Type.Ref('node'), { title: 'a list of departments', description: 'Departments below it' })),
      },
      { additionalProperties: false, title: 'a department' },
    ),
  },
  'node',
)

const rootSchema = Type.Object(
  { ...nodeFields, name: Type.Optional(nodeFields.name) },
  { additionalProperties: false, title: 'the root', description: 'The root of the tree; left out, it is as a new organization has it' },
)

const entitySchema = Type.Object(
  {
    name: name('The verified name of the company'),
    id: Type.Optional(givenNumber()),
    manager: Type.Optional(account('Who administers it')),
    createdAt: made,
  },
  { additionalProperties: false, title: 'a company: { name, manager }' },
)

const creationSchema = Type.Object(
  { id: Type.Optional(givenNumber()), account: Type.Optional(account('The account that was made')), createdAt: made },
  { additionalProperties: false, title: 'a record: { id, account }' },
)

const applicationSchema = Type.Object(
  {
    account: account('Who is to be invited'),
    entity: text(1024, 'The company'),
    proofs: Type.Optional(
      Type.Array(
        Type.Object(
          { name: text(1024, 'Its name'), url: text(8192, 'Where it lies') },
          { additionalProperties: false, title: 'a proof: { name, url }' },
        ),
        { title: 'a list of proofs', description: 'What proves it' },
      ),
    ),
    createdAt: made,
  },
  { additionalProperties: false, title: 'an application: { account, entity }' },
)

const serviceSchema = Type.Object(
  {
    service: oneOf(
      services.map(({ product }) => product),
      'The service that is administered',
    ),
    account: account('Who administers it'),
    scope: Type.Optional(oneOf(['all', 'part'], 'All members, or those named here. Default all; part when any are named.')),
    accounts: Type.Optional(Type.Array(account('A member'), { title: 'a list of accounts', description: 'Members in its scope' })),
    nodes: Type.Optional(Type.Array(node('A department'), { title: 'a list of departments', description: 'Departments in its scope' })),
    inUse: Type.Optional(yesNo('The member uses the service (default false)')),
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a delegation: { service, account }' },
)

const mailSchema = Type.Object(
  {
    account: account('The member'),
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
  },
  { additionalProperties: false, title: 'a mail binding: { account, email, phone }' },
)

const deletionSchema = Type.Object(
  {
    account: account('The member whose account is to be deleted'),
    requestedAt: moment('When that was asked for'),
    dueAt: moment('When it will be done'),
  },
  { additionalProperties: false, title: 'a deletion: { account, requestedAt, dueAt }' },
)

const listOf = <Item extends TSchema>(item: Item, title: string, description: string) =>
  Type.Optional(Type.Array(item, { title: `a list of ${title}`, description }))

export const organizationSchema = Type.Object(
  {
    manager: account('The account that manages it: every organization has one, and an account manages one at most'),
    id: Type.Optional(givenNumber()),
    limits: Type.Optional(some(limits, 'Limits that differ from the defaults')),
    facts: Type.Optional(some(facts, 'Facts that no API of a vendor sets')),
    createdAt: made,
    root: Type.Optional(rootSchema),
    nodes: listOf(nodeSchema, 'departments', 'The departments below the root, with those below them'),
    members: listOf(memberSchema, 'members', 'The accounts in it'),
    invitations: listOf(invitationSchema, 'invitations', 'Accounts that were asked to join'),
    services: listOf(serviceSchema, 'delegations', 'Who administers a service in place of the manager'),
    mailBindings: listOf(mailSchema, 'mail bindings', 'Security addresses of members'),
    entities: listOf(entitySchema, 'companies', 'Companies of which accounts can be made'),
    creations: listOf(creationSchema, 'records', 'Accounts that it made, also those that left. Left out: those among its members.'),
    deletions: listOf(deletionSchema, 'deletions', 'Accounts that are to be deleted'),
    applications: listOf(applicationSchema, 'applications', 'Companies that are to count as the same'),
  },
  { additionalProperties: false, title: 'an organization' },
)

export type SeedOrganization = Static<typeof organizationSchema>
export type SeedNode = NonNullable<SeedOrganization['nodes']>[number]
export type SeedRoot = Static<typeof rootSchema>
export type SeedDelegation = Static<typeof serviceSchema>
export type SeedMailBinding = Static<typeof mailSchema>
export type SeedEntity = Static<typeof entitySchema>
export type SeedCreation = Static<typeof creationSchema>
export type SeedApplication = Static<typeof applicationSchema>
export type SeedDeletion = Static<typeof deletionSchema>
