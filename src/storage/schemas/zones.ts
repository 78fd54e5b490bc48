/** Tables of zones: every key begins with the zone. */
export interface ZoneTables {
  zones: ZoneRow
  zone_names: { name: string; zone: string }
  users: UserRow
  groups: GroupRow
  /** What users are found by beside their own address, in lower case. */
  listed_values: { zone: string; value: string; user_id: string }
  memberships: { zone: string; group_number: number; user_number: number; joined_at: number }
  access_rules: { zone: string; principal: string; kind: string; target_uin: number; created_at: number }
}

export interface ZoneRow {
  id: string
  organization: number
  name: string
  synchronization: string
  quotas: string
  user_count: number
  group_count: number
  /** How many there ever were: the numbers that users and groups were given. */
  users_made: number
  groups_made: number
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
  /** What memberships name it by: from 1 in each zone, in the order in which they were made, and no other's ever after; shown to nobody. */
  number: number
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
  /** When somebody last came in or went; 0 when nobody has since the group was made. */
  members_changed_at: number
  /** Goes up when one who is in it comes to be called something else. */
  names_version: number
  /** As a user's. */
  number: number
}
