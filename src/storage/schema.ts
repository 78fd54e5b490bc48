import type { BridgeTables } from './schemas/bridges.ts'
import type { CompanyTables } from './schemas/companies.ts'
import type { EventDeliveryTables } from './schemas/event-delivery.ts'
import type { RoleAndUnitTables } from './schemas/roles-and-units.ts'
import type { SourceCredentialTables } from './schemas/source-credentials.ts'
import type { VocabularyTables } from './schemas/vocabularies.ts'

/** Every table and its columns, as both engines keep them. Times are ms since 1970; enumerations are words; `*_key` is the folded form that must be unique. */
export interface Schema
  extends BridgeTables,
    CompanyTables,
    EventDeliveryTables,
    RoleAndUnitTables,
    SourceCredentialTables,
    VocabularyTables {
  settings: { name: string; value: string }
  migrations: { id: number; name: string; applied_at: number }
  accounts: AccountRow
  affiliations: { uin: number; organization: number }
  access_keys: AccessKeyRow
  organizations: OrganizationRow
  nodes: NodeRow
  members: MemberRow
  invitations: InvitationRow
  entity_applications: EntityApplicationRow
  creation_records: { organization: number; id: number; uin: number | null; created_at: number }
  entity_relations: { organization: number; id: number; name: string; manager_uin: number | null; created_at: number }
  service_delegations: ServiceDelegationRow
  mail_bindings: MailBindingRow
  account_deletions: { organization: number; uin: number; requested_at: number; due_at: number }
  zones: ZoneRow
  zone_names: { name: string; zone: string }
  users: UserRow
  groups: GroupRow
  memberships: { zone: string; group_id: string; user_id: string; joined_at: number }
  access_rules: { zone: string; principal: string; kind: string; target_uin: number; created_at: number }
  event_streams: { tenant: string; seq: number; last_at: number }
  events: EventRow
}

export interface AccountRow {
  uin: number
  name: string
  verification: string
  entity: string
  kind: string
  created_in: number | null
  /** JSON: what no vendor action sets and what gates leaving; absent facts have their defaults. */
  facts: string
  created_at: number
}

export interface OrganizationRow {
  id: number
  manager_uin: number
  root_node: number
  /** JSON: what was adjusted. */
  quotas: string
  /** JSON: switches and facts of the organization as a whole. */
  facts: string
  created_at: number
}

export interface NodeRow {
  organization: number
  id: number
  /** 0 for the root. */
  parent: number
  name: string
  remark: string
  /** JSON: list of `{ key, value }`. */
  tags: string
  created_at: number
  updated_at: number
}

export interface InvitationRow {
  organization: number
  id: number
  /** Who is invited. */
  uin: number
  node: number
  name: string
  remark: string
  permissions: string
  payer: number | null
  may_quit: string
  tags: string
  /** `open`, `accepted`, `denied`, `cancelled`; an open one past its time is expired. */
  status: string
  created_at: number
  expires_at: number
  updated_at: number
}

/** One organization wants another company to count as the same, for the sake of an account of that company. */
export interface EntityApplicationRow {
  organization: number
  /** Who is to be invited. */
  uin: number
  entity: string
  /** JSON: list of `{ name, url }`. */
  proofs: string
  created_at: number
}

export interface ServiceDelegationRow {
  organization: number
  service: number
  uin: number
  /** `all` or `part`. */
  scope: string
  /** JSON: lists of numbers. */
  scope_uins: string
  scope_nodes: string
  in_use: number
  created_at: number
  updated_at: number
}

export interface MailBindingRow {
  organization: number
  uin: number
  /** How often one was requested for this account: the last one is kept. */
  id: number
  email: string
  country_code: string
  phone: string
  /** `valid`, `success`, `failed`. */
  status: string
  phone_bound: number
  description: string
  /** The calendar day of the request, as `YYYY-MM-DD`, and how many requests there were on it. */
  day: string
  requests: number
  updates: number
  /** How often the mail was sent again, and when last; 0 when never. */
  sends: number
  sent_at: number
  created_at: number
  bound_at: number | null
  /** The folded e-mail, which no other row has; null when the binding failed, so that it is free again. */
  address: string | null
  /** Which of the accounts of its phone this is, from 0; null when the binding failed. No two take the last place. */
  place: number | null
}

export interface AccessKeyRow {
  secret_id: string
  uin: number
  sealed_secret: string
  status: string
  ip_allow: string
  ip_deny: string
  created_at: number
}

export interface MemberRow {
  organization: number
  uin: number
  node: number
  name: string
  kind: string
  may_quit: string
  remark: string
  /** JSON: ids of financial permissions. */
  permissions: string
  /** JSON: ids that wait for the member's consent; null when nothing waits. */
  asked_permissions: string | null
  /** Who pays for it; null when it pays itself. */
  payer: number | null
  /** Who is to pay for it once the asked permissions are consented to. */
  asked_payer: number | null
  /** JSON: list of `{ key, value }`. */
  tags: string
  joined_at: number
  updated_at: number
}

export interface ZoneRow {
  id: string
  organization: number
  name: string
  synchronization: string
  quotas: string
  user_count: number
  group_count: number
  /** Goes up with every change of what a user shows. */
  users_version: number
  /** `never` or `by_name`: whether a source may take over a user that is kept by hand. */
  adoption: string
  created_at: number
  updated_at: number
}

export interface UserRow {
  zone: string
  id: string
  name: string
  name_key: string
  first_name: string
  last_name: string
  display_name: string
  description: string
  email: string
  email_key: string | null
  status: string
  owner: string
  must_reset_password: number
  password_digest: string
  created_at: number
  updated_at: number
  /** Its id at its source; empty when there is none. */
  external_id: string
  /** JSON: what else a source keeps with it; null when nothing. */
  profile: string | null
  /** Goes up with every change. */
  version: number
}

export interface GroupRow {
  zone: string
  id: string
  name: string
  name_key: string
  description: string
  owner: string
  member_count: number
  created_at: number
  updated_at: number
  /** Its id at its source; empty when there is none. */
  external_id: string
  /** Goes up with every change, of its members too. */
  version: number
}

export interface EventRow {
  tenant: string
  seq: number
  at: number
  actor: string
  account: number
  dialect: string
  operation: string
  request_id: string
  kind: string
  subject: string
  before: string | null
  after: string | null
}
