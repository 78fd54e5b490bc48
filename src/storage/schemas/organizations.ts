/** Tables of organizations: every key begins with the organization, but for what is found by an account alone. */
export interface OrganizationTables {
  organizations: OrganizationRow
  affiliations: { uin: number; organization: number }
  nodes: NodeRow
  members: MemberRow
  invitations: InvitationRow
  entity_applications: EntityApplicationRow
  creation_records: { organization: number; id: number; uin: number | null; created_at: number }
  entity_relations: { organization: number; id: number; name: string; manager_uin: number | null; created_at: number }
  service_delegations: ServiceDelegationRow
  mail_bindings: MailBindingRow
  account_deletions: { organization: number; uin: number; requested_at: number; due_at: number }
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
