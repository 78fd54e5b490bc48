import type { AccountRefusal } from './refusals/accounts.ts'
import type { BridgeRefusal } from './refusals/bridges.ts'
import type { CompanyRefusal } from './refusals/companies.ts'
import type { CompanyGroupRefusal } from './refusals/company-groups.ts'
import type { CompanyRoleRefusal } from './refusals/company-roles.ts'
import type { CredentialRefusal } from './refusals/credentials.ts'
import type { DeliveryRefusal } from './refusals/deliveries.ts'
import type { DepartmentRefusal } from './refusals/departments.ts'
import type { FinanceRefusal } from './refusals/finances.ts'
import type { GrantRefusal } from './refusals/grants.ts'
import type { InvitationRefusal } from './refusals/invitations.ts'
import type { LeavingRefusal } from './refusals/leaving.ts'
import type { MailBindingRefusal } from './refusals/mail-bindings.ts'
import type { MemberRefusal } from './refusals/members.ts'
import type { NodeRefusal } from './refusals/nodes.ts'
import type { PersonRefusal } from './refusals/people.ts'
import type { LeavingPersonRefusal } from './refusals/people-leaving.ts'
import type { PersonWritingRefusal } from './refusals/people-writing.ts'
import type { SecretRefusal } from './refusals/secrets.ts'
import type { ServiceRefusal } from './refusals/services.ts'
import type { SynchronizationRefusal } from './refusals/synchronization.ts'
import type { UnitRefusal } from './refusals/units.ts'
import type { VocabularyRefusal } from './refusals/vocabularies.ts'
import type { ZoneRefusal } from './refusals/zones.ts'

/** What accounts, organizations and zones refuse with. */
export type CloudRefusal =
  | AccountRefusal
  | ZoneRefusal
  | CredentialRefusal
  | NodeRefusal
  | MemberRefusal
  | FinanceRefusal
  | InvitationRefusal
  | LeavingRefusal
  | ServiceRefusal
  | MailBindingRefusal
  | { fact: 'cursor_invalid' }

/** What a company, and what is in it, refuses with. */
export type PeopleSideRefusal =
  | GrantRefusal
  | CompanyRefusal
  | DepartmentRefusal
  | PersonRefusal
  | PersonWritingRefusal
  | LeavingPersonRefusal
  | CompanyGroupRefusal
  | CompanyRoleRefusal
  | UnitRefusal
  | VocabularyRefusal

/** What a source of synchronization is refused with. */
export type SourceSideRefusal =
  | SynchronizationRefusal
  | Extract<
      ZoneRefusal,
      {
        fact:
          | 'zone_not_found'
          | 'user_not_found'
          | 'user_name_taken'
          | 'email_taken'
          | 'user_quota_reached'
          | 'group_not_found'
          | 'group_name_taken'
          | 'group_quota_reached'
          | 'owners_differ'
          | 'group_full'
          | 'user_in_too_many_groups'
          | 'role_assigned'
          | 'user_provisioned'
      }
    >

/** Everything a command can refuse with: facts, not wire codes. Each dialect has a table that words every one that it can meet. */
export type Refusal = CloudRefusal | PeopleSideRefusal | DeliveryRefusal | SynchronizationRefusal | BridgeRefusal | SecretRefusal

export type Fact = Refusal['fact']

/** Thrown by a command; undoes its unit of work. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.fact)
    this.refusal = refusal
  }
}

/** What the directory refused with, for logs and documents; undefined when something else was thrown. */
export function factOf(thrown: unknown): Fact | undefined {
  return thrown instanceof Refused ? thrown.refusal.fact : undefined
}
