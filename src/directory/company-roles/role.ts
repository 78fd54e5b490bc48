import type { CompanyRoleRow } from '../../storage/schemas/roles-and-units.ts'

/** A role that people of a company hold, each for all of it, for some departments, or for none yet. */
export interface CompanyRole {
  readonly id: string
  readonly name: string
  /** It came with the company, and keeps its name. */
  readonly isSystem: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

export function companyRoleOf(row: CompanyRoleRow): CompanyRole {
  return { id: row.id, name: row.name, isSystem: row.is_system === 1, createdAt: row.created_at, updatedAt: row.updated_at }
}

/** Somebody who holds a role, and for what. */
export interface RoleMember {
  readonly person: string
  /** `part` of the company: the departments. Otherwise there are none. */
  readonly scope: RoleScope
  readonly departments: readonly string[]
}

export type RoleScope = 'all' | 'part' | 'none'
