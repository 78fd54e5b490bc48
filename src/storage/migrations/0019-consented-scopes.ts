import { type Compilable, type Kysely, sql } from 'kysely'
import type { Engine } from '../statement.ts'
import { tableMaker } from './table-maker.ts'

/**
 * A row for each scope that a person has let an app have: what is granted is added, and nobody reads a list to write it again. Who let an app have some
 * before consents were kept has consented to them: codes and refresh tokens that are still there say to what.
 */
export const consentedScopes = {
  id: 19,
  name: '0019-consented-scopes',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const key = ['company', 'app', 'person', 'scope']
    const each =
      engine === 'sqlite' ? sql`json_each(given.scopes) scope` : sql`jsonb_array_elements_text(given.scopes::jsonb) as scope (value)`
    const kept = sql`
      insert into consented_scopes (company, app, person, scope)
      select distinct given.company, given.app, given.person, scope.value
      from (select company, app, person, scopes from consents union all select company, app, person, scopes from user_grants) given
        cross join ${each}`
    return [
      tableMaker(db, engine)('consented_scopes', { texts: key, numbers: [], key }),
      { compile: () => kept.compile(db) },
      db.schema.dropTable('consents'),
    ]
  },
}
