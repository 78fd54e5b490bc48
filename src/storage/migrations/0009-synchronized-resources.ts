import { type Compilable, type Kysely, sql } from 'kysely'
import type { Engine } from '../statement.ts'
import { columnTypes } from './0001-foundation.ts'

/**
 * What a source of synchronization keeps with users and groups, and how often each was changed. Only what has an id at its source stands in the
 * indexes: whoever is kept by hand costs no row there.
 */
export const synchronizedResources = {
  id: 9,
  name: '0009-synchronized-resources',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const { text, int } = columnTypes(engine)
    const { schema } = db
    const shared = (table: 'users' | 'groups') => [
      schema.alterTable(table).addColumn('external_id', text, (c) => c.notNull().defaultTo('')),
      schema.alterTable(table).addColumn('version', int, (c) => c.notNull().defaultTo(1)),
      {
        compile: () =>
          sql`create index ${sql.ref(`${table}_by_external_id`)} on ${sql.table(table)} (zone, external_id, id) where external_id <> ''`.compile(
            db,
          ),
      },
    ]
    return [
      ...shared('users'),
      schema.alterTable('users').addColumn('profile', text),
      ...shared('groups'),
      schema.alterTable('zones').addColumn('adoption', text, (c) => c.notNull().defaultTo('never')),
    ]
  },
}
