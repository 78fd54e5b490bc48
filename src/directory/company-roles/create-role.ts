import type { Tx } from '../../storage/store.ts'
import { countCompanyRoles, insertCompanyRole } from '../../storage/tables/roles-and-units/company-roles.ts'
import { companyNow } from '../companies/find-company.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { requireFreeRoleName } from './find-role.ts'
import type { CompanyRole } from './role.ts'

export interface NewCompanyRole {
  /** Without white space around it. */
  readonly name: string
  readonly isSystem?: boolean
}

/** Adds a role that nobody holds. Refuses with `company_not_found`, `company_role_name_taken`, `company_role_limit_reached`. */
export async function createCompanyRole(
  tx: Tx,
  ports: Ports,
  company: string,
  { name, isSystem = false }: NewCompanyRole,
): Promise<CompanyRole> {
  const { limits } = (await companyNow(tx, company)).facts
  await requireFreeRoleName(tx, company, name)
  const roles = (await tx.first(countCompanyRoles, { company }))?.n ?? 0
  if (roles >= limits.roles) throw new Refused({ fact: 'company_role_limit_reached', limit: limits.roles })
  const at = tx.origin.at
  const id = ports.ids.hex(16)
  await tx.run(insertCompanyRole, { company, id, name, is_system: isSystem ? 1 : 0, created_at: at, updated_at: at })
  const created: CompanyRole = { id, name, isSystem, createdAt: at, updatedAt: at }
  record(tx, { kind: 'company_role_created', subject: id, after: created })
  return created
}
