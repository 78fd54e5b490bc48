import type { Compilable, Kysely } from 'kysely'
import type { Engine } from '../statement.ts'
import { tableMaker } from './table-maker.ts'

/** What people have ever let apps do; grants go when they are over, and this stays. */
export const consents = {
  id: 18,
  name: '0018-consents',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => [
    tableMaker(db, engine)('consents', { texts: ['company', 'app', 'person', 'scopes'], numbers: [], key: ['company', 'app', 'person'] }),
  ],
}
