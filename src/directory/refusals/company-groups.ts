/** What groups of people of a company refuse with. `told` is an id as the caller wrote it. */
export type CompanyGroupRefusal =
  | { fact: 'company_group_not_found'; group: string }
  | { fact: 'company_groups_not_available' }
  | { fact: 'company_group_needs_whole_range' }
  | { fact: 'company_group_kind_not_available' }
  | { fact: 'company_group_id_taken'; group: string }
  | { fact: 'company_group_name_taken'; name: string; group: string }
  | { fact: 'company_group_limit_reached'; limit: number }
  | { fact: 'company_group_is_dynamic'; group: string }
  | { fact: 'company_group_is_normal'; group: string }
  | { fact: 'company_group_has_members'; group: string; people: number; departments: number }
  | { fact: 'company_group_has_person'; group: string; told: string }
  | { fact: 'company_group_full'; group: string; limit: number }
  | { fact: 'company_groups_full'; perHead: number }
  | { fact: 'company_group_departments_full'; group: string; limit: number }
