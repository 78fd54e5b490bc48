/** Every table and its columns, as both engines keep them. Times are ms since 1970; enumerations are words; `*_key` is the folded form that must be unique. */
export interface Schema {
  settings: { name: string; value: string }
  migrations: { id: number; name: string; applied_at: number }
  accounts: AccountRow
  affiliations: { uin: number; organization: number }
  access_keys: AccessKeyRow
  organizations: { id: number; manager_uin: number; root_node: number; created_at: number }
  nodes: { organization: number; id: number; parent: number; name: string; remark: string; created_at: number }
  members: MemberRow
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
  created_at: number
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
  joined_at: number
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
