/** Roles of a company with who holds them and for which departments, and units, which departments are bound to (`departments.unit`). */
export interface RoleAndUnitTables {
  company_roles: CompanyRoleRow
  company_role_members: CompanyRoleMemberRow
  company_role_departments: { company: string; role: string; person: string; department: string }
  units: UnitRow
}

export interface CompanyRoleRow {
  company: string
  /** 16 hexadecimal digits. */
  id: string
  name: string
  /** 1 for one that came with the company and keeps its name. */
  is_system: number
  created_at: number
  updated_at: number
}

export interface CompanyRoleMemberRow {
  company: string
  role: string
  person: string
  /** `all`, `part` (then there are rows in `company_role_departments`) or `none`. */
  scope: string
  joined_at: number
}

export interface UnitRow {
  company: string
  id: string
  name: string
  unit_type: string
  created_at: number
  updated_at: number
}
