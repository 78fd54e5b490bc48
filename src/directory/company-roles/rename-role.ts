import type { Tx } from '../../storage/store.ts'
import { renameCompanyRole as rename } from '../../storage/tables/roles-and-units/company-roles.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyRoleNow, requireFreeRoleName } from './find-role.ts'

/**
 * Gives a role another name; the name that it has changes nothing.
 * Refuses with `company_role_not_found`, `company_role_is_system`, `company_role_name_taken`.
 */
export async function renameCompanyRole(tx: Tx, company: string, id: string, name: string): Promise<void> {
  const role = await companyRoleNow(tx, company, id)
  if (role.isSystem) throw new Refused({ fact: 'company_role_is_system', role: id, name: role.name })
  if (role.name === name) return
  await requireFreeRoleName(tx, company, name, id)
  const at = tx.origin.at
  await tx.run(rename, { company, role: id, name, at })
  record(tx, { kind: 'company_role_changed', subject: id, before: { name: role.name }, after: { ...role, name, updatedAt: at } })
}
