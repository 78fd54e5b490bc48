import type { CompanyRow } from '../../schemas/companies.ts'
import { statement } from '../../statement.ts'

export const insertCompany = statement((db, p: CompanyRow) =>
  db.insertInto('companies').values({ id: p.id, name: p.name, facts: p.facts, created_at: p.created_at }),
)

export const findCompany = statement((db, p: { id: string }) => db.selectFrom('companies').where('id', '=', p.id).selectAll())

export const updateCompany = statement((db, p: Pick<CompanyRow, 'id' | 'name' | 'facts'>) =>
  db.updateTable('companies').set({ name: p.name, facts: p.facts }).where('id', '=', p.id),
)

export const companiesAfter = statement((db, p: { after: string; limit: number }) =>
  db.selectFrom('companies').where('id', '>', p.after).orderBy('id').limit(p.limit).selectAll(),
)

export const firstCompany = statement((db, _p: object) =>
  db.selectFrom('companies').orderBy('created_at').orderBy('id').limit(1).selectAll(),
)
