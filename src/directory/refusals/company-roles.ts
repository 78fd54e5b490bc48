/** What functional roles of a company refuse with. */
export type CompanyRoleRefusal =
  | { fact: 'company_role_not_found'; role: string }
  | { fact: 'company_role_name_taken'; name: string }
  | { fact: 'company_role_limit_reached'; limit: number }
  | { fact: 'company_role_has_members'; role: string; members: number }
  | { fact: 'company_role_is_system'; role: string; name: string }
  | { fact: 'company_role_full'; role: string; limit: number }
  | { fact: 'company_role_member_not_found'; role: string; member: string }
  | { fact: 'company_role_for_root'; role: string }
