import type { CompanyRoleRow } from '../../schemas/roles-and-units.ts'
import { statement } from '../../statement.ts'

type Key = { company: string; role: string }

export const findCompanyRole = statement((db, p: Key) =>
  db.selectFrom('company_roles').where('company', '=', p.company).where('id', '=', p.role).selectAll(),
)

export const companyRoleWithName = statement((db, p: { company: string; name: string }) =>
  db.selectFrom('company_roles').where('company', '=', p.company).where('name', '=', p.name).select('id'),
)

export const countCompanyRoles = statement((db, p: { company: string }) =>
  db
    .selectFrom('company_roles')
    .where('company', '=', p.company)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

export const insertCompanyRole = statement((db, p: CompanyRoleRow) =>
  db.insertInto('company_roles').values({
    company: p.company,
    id: p.id,
    name: p.name,
    is_system: p.is_system,
    created_at: p.created_at,
    updated_at: p.updated_at,
  }),
)

export const renameCompanyRole = statement((db, p: Key & { name: string; at: number }) =>
  db.updateTable('company_roles').set({ name: p.name, updated_at: p.at }).where('company', '=', p.company).where('id', '=', p.role),
)

export const deleteCompanyRole = statement((db, p: Key) =>
  db.deleteFrom('company_roles').where('company', '=', p.company).where('id', '=', p.role),
)
