import { sql } from 'kysely'
import { insertEach } from '../../insert-each.ts'
import { statement } from '../../statement.ts'

interface Whose {
  readonly company: string
  readonly app: string
  readonly person: string
}

export const consentedScopes = statement(
  (_db, { company, app, person }: Whose) =>
    sql<{
      scope: string
    }>`select scope from consented_scopes where company = ${company} and app = ${app} and person = ${person} order by scope`,
)

/** Rows of [scope]; what is there already stays. */
export const addConsentedScopes = statement((_db, p: Whose & { rows: readonly (readonly [string])[] }, engine) => {
  const { company, app, person } = p
  return sql<never>`${insertEach(engine, 'consented_scopes', { company, app, person }, p.rows, { scope: 'text' })} on conflict do nothing`
})
