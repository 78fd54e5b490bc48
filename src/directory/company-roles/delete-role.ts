import type { Tx } from '../../storage/store.ts'
import { countRoleMembers } from '../../storage/tables/roles-and-units/company-role-members.ts'
import { deleteCompanyRole as remove } from '../../storage/tables/roles-and-units/company-roles.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyRoleNow } from './find-role.ts'

/** Deletes a role that nobody holds. Refuses with `company_role_not_found`, `company_role_has_members`. */
export async function deleteCompanyRole(tx: Tx, company: string, id: string): Promise<void> {
  const role = await companyRoleNow(tx, company, id)
  const members = (await tx.first(countRoleMembers, { company, role: id }))?.n ?? 0
  if (members > 0) throw new Refused({ fact: 'company_role_has_members', role: id, members })
  await tx.run(remove, { company, role: id })
  record(tx, { kind: 'company_role_deleted', subject: id, before: role })
}
