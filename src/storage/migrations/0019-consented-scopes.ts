import { type Compilable, type Kysely, sql } from 'kysely'
import type { Engine } from '../statement.ts'
import { tableMaker } from './table-maker.ts'

/** A row for each scope that a person has let an app have: what is granted is added, and nobody reads a list to write it again. */
export const consentedScopes = {
  id: 19,
  name: '0019-consented-scopes',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const key = ['company', 'app', 'person', 'scope']
    const each = engine === 'sqlite' ? sql`json_each(c.scopes) s` : sql`jsonb_array_elements_text(c.scopes::jsonb) as s (value)`
    const kept = sql`insert into consented_scopes (company, app, person, scope) select distinct c.company, c.app, c.person, s.value from consents c, ${each}`
    return [
      tableMaker(db, engine)('consented_scopes', { texts: key, numbers: [], key }),
      { compile: () => kept.compile(db) },
      db.schema.dropTable('consents'),
    ]
  },
}
