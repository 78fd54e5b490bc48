import { sql } from 'kysely'
import type { CompanyNameRow } from '../../schemas/vocabularies.ts'
import { type Statement, statement } from '../../statement.ts'

/** The tables of names that come into being when a person is given one. */
export type NameTable = 'job_titles' | 'work_cities'

interface Page {
  company: string
  at: number
  after: string
  limit: number
}

interface NameStatements {
  readonly insert: Statement<CompanyNameRow, unknown>
  readonly update: Statement<Omit<CompanyNameRow, 'created_at'>, unknown>
  readonly find: Statement<{ company: string; id: string }, CompanyNameRow>
  readonly named: Statement<{ company: string; name: string }, CompanyNameRow>
  readonly count: Statement<{ company: string }, { n: number }>
  /** Oldest first, behind one of them. */
  readonly after: Statement<Page, CompanyNameRow>
}

function statementsOf(table: NameTable): NameStatements {
  return {
    insert: statement((db, p: CompanyNameRow) =>
      db.insertInto(table).values({
        company: p.company,
        id: p.id,
        name: p.name,
        i18n_name: p.i18n_name,
        enabled: p.enabled,
        created_at: p.created_at,
      }),
    ),
    update: statement((db, p: Omit<CompanyNameRow, 'created_at'>) =>
      db
        .updateTable(table)
        .set({ name: p.name, i18n_name: p.i18n_name, enabled: p.enabled })
        .where('company', '=', p.company)
        .where('id', '=', p.id),
    ),
    find: statement((db, p: { company: string; id: string }) =>
      db.selectFrom(table).where('company', '=', p.company).where('id', '=', p.id).selectAll(),
    ),
    named: statement((db, p: { company: string; name: string }) =>
      db.selectFrom(table).where('company', '=', p.company).where('name', '=', p.name).selectAll(),
    ),
    count: statement((db, p: { company: string }) =>
      db
        .selectFrom(table)
        .where('company', '=', p.company)
        .select(({ fn }) => fn.countAll<number>().as('n')),
    ),
    after: statement((db, p: Page) =>
      db
        .selectFrom(table)
        .where('company', '=', p.company)
        .where(sql<boolean>`(created_at, id) > (${p.at}, ${p.after})`)
        .orderBy('created_at')
        .orderBy('id')
        .limit(p.limit)
        .selectAll(),
    ),
  }
}

/** The same statements for each of the tables. */
export const companyNames: Readonly<Record<NameTable, NameStatements>> = {
  job_titles: statementsOf('job_titles'),
  work_cities: statementsOf('work_cities'),
}
