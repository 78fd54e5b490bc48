import type { Compilable, Kysely } from 'kysely'
import type { Engine } from '../statement.ts'
import { tableMaker } from './table-maker.ts'

/** With what the source of a zone's users and groups shows who it is. */
export const sourceCredentials = {
  id: 8,
  name: '0008-source-credentials',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const table = tableMaker(db, engine)
    return [
      table('source_credentials', {
        texts: ['zone', 'id', 'secret_digest', 'status'],
        numbers: ['created_at', 'expires_at'],
        key: ['zone', 'id'],
      }),
      db.schema.createIndex('source_credentials_by_secret').on('source_credentials').column('secret_digest').unique(),
    ]
  },
}
