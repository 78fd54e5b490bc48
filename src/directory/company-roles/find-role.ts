import type { Reader } from '../../storage/store.ts'
import { companyRoleWithName, findCompanyRole } from '../../storage/tables/roles-and-units/company-roles.ts'
import { Refused } from '../refusals.ts'
import { type CompanyRole, companyRoleOf } from './role.ts'

/** Refuses with `company_role_not_found`. */
export async function companyRoleNow(reader: Reader, company: string, role: string): Promise<CompanyRole> {
  const row = await reader.first(findCompanyRole, { company, role })
  if (!row) throw new Refused({ fact: 'company_role_not_found', role })
  return companyRoleOf(row)
}

/** Names are compared as they are written. Refuses with `company_role_name_taken`, unless the role itself has the name. */
export async function requireFreeRoleName(reader: Reader, company: string, name: string, role?: string): Promise<void> {
  const holder = await reader.first(companyRoleWithName, { company, name })
  if (holder && holder.id !== role) throw new Refused({ fact: 'company_role_name_taken', name })
}
