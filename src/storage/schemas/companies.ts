/** Tables of companies: every key begins with the company. Ids of people and departments are ours. */
export interface CompanyTables {
  companies: CompanyRow
  departments: DepartmentRow
  department_ancestors: { company: string; department: string; ancestor: string; depth: number }
  /** Who leads or partners a department: the way from a person to what stands in `leaders` and `partners`. */
  department_heads: { company: string; person: string; department: string }
  people: PersonRow
  person_departments: PersonDepartmentRow
  company_groups: CompanyGroupRow
  company_group_members: { company: string; group_id: string; kind: string; member: string; joined_at: number }
}

export interface CompanyRow {
  /** 16 hexadecimal digits: what the wire calls the tenant key. */
  id: string
  name: string
  /** JSON: switches and facts that no call of the wire sets; absent ones have their defaults. */
  facts: string
  created_at: number
}

export interface DepartmentRow {
  company: string
  /** `od-` and 32 hexadecimal digits: for ever. */
  id: string
  /** The id that the company chose; free again after deletion. */
  code: string
  code_changes: number
  /** `0` for the root, which has no row. */
  parent: string
  name: string
  /** JSON: name by locale. */
  i18n_name: string
  /** Smaller first among its siblings. */
  position: number
  /** JSON: list of `{ person, kind }`, kind 1 the main leader, 2 a deputy. */
  leaders: string
  /** JSON: list of people. */
  partners: string
  unit: string | null
  chat: string | null
  /** JSON: list of numbers. */
  chat_employee_types: string
  /** People of it and of everything below it, each once, without who resigned. */
  people: number
  /** People whose primary department it is. */
  primary_people: number
  created_at: number
  updated_at: number
}

export interface PersonRow {
  company: string
  id: string
  /** The id that the company chose. */
  code: string
  /** The code while nobody else may have it; null after resignation. So with the other keys. */
  code_key: string | null
  code_changes: number
  name: string
  en_name: string
  nickname: string
  email: string
  email_key: string | null
  mobile: string
  mobile_key: string | null
  mobile_visible: number
  enterprise_email: string
  enterprise_email_key: string | null
  employee_no: string
  employee_no_key: string | null
  gender: number
  avatar_key: string
  city: string
  country: string
  work_station: string
  /** Seconds since 1970; null when none. */
  join_time: number | null
  employee_type: number
  job_title: string
  job_level: string
  job_family: string
  leader: string | null
  /** JSON: list of people. */
  dotted_leaders: string
  /** JSON: list of `{ id, type, value }`. */
  custom_attrs: string
  geo: string
  /** JSON: list of licences. */
  subscriptions: string
  description: string
  /** JSON: list of positions. */
  positions: string
  is_manager: number
  is_founder: number
  /** Why nobody may change the person through a wire: `anonymized`, `external` or `secured`; empty for most. */
  hold: string
  frozen: number
  activated: number
  exited: number
  unjoined: number
  resigned_at: number | null
  created_at: number
  updated_at: number
}

export interface PersonDepartmentRow {
  company: string
  department: string
  person: string
  /** Larger first within the department. */
  person_order: number
  /** Larger first among the person's departments; the first is the primary one. */
  department_order: number
  is_primary: number
  joined_at: number
}

export interface CompanyGroupRow {
  company: string
  id: string
  name: string
  description: string
  /** `normal` or `dynamic`. */
  kind: string
  /** JSON of what the wire sent, kept as it was; null when none. */
  rule: string | null
  visibility: string | null
  person_count: number
  department_count: number
  created_at: number
  updated_at: number
}
