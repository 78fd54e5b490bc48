import { type Static, type TSchema, Type } from 'typebox'
import { organizationQuotas } from '../../directory/limits.ts'
import type { OrganizationFacts } from '../../directory/organizations/facts.ts'
import { delegationSchema } from './delegation.ts'
import { account, givenNumber, limitFields, listOf, made, numbers, texts, yesNo } from './kinds.ts'
import { mailBindingSchema } from './mail-binding.ts'
import { invitationSchema, memberSchema } from './member.ts'
import { nodeSchema, rootSchema } from './node.ts'
import { applicationSchema, creationSchema, deletionSchema, entitySchema } from './register.ts'
import { some } from './some.ts'

const facts = {
  deletionPermission: yesNo('Accounts that it made may be deleted for good (default false)'),
  openedPermissions: numbers('Permissions beyond the ordinary ones that it may ask of members'),
  sharesInUse: yesNo('Shares hold resources, members or departments (default false)'),
  sharedNodes: numbers('Departments that something is shared with, by their numbers'),
  policiesEnabled: yesNo('A service control or tag policy is enabled (default false)'),
  memberPolicies: yesNo('Policies for access to members exist (default false)'),
  trustedEntities: texts('Companies of other names that count as the same'),
} satisfies Record<keyof OrganizationFacts, TSchema>

export const organizationSchema = Type.Object(
  {
    manager: account('The account that manages it: every organization has one, and an account manages one at most'),
    id: Type.Optional(givenNumber()),
    limits: Type.Optional(some(limitFields(organizationQuotas), 'Limits that differ from the defaults')),
    facts: Type.Optional(some(facts, 'Facts that no API of a vendor sets')),
    createdAt: made,
    root: Type.Optional(rootSchema),
    nodes: listOf(nodeSchema, 'departments', 'The departments below the root, with those below them'),
    members: listOf(memberSchema, 'members', 'The accounts in it'),
    invitations: listOf(invitationSchema, 'invitations', 'Accounts that were asked to join'),
    services: listOf(delegationSchema, 'delegations', 'Who administers a service in place of the manager'),
    mailBindings: listOf(mailBindingSchema, 'mail bindings', 'Security addresses of members'),
    entities: listOf(entitySchema, 'companies', 'Companies of which accounts can be made'),
    creations: listOf(creationSchema, 'records', 'Accounts that it made, also those that left. Left out: those among its members.'),
    deletions: listOf(deletionSchema, 'deletions', 'Accounts that are to be deleted'),
    applications: listOf(applicationSchema, 'applications', 'Companies that are to count as the same'),
  },
  { additionalProperties: false, title: 'an organization' },
)

export type SeedOrganization = Static<typeof organizationSchema>
