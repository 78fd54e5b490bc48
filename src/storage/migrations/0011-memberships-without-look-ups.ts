import { type Compilable, type Kysely, sql } from 'kysely'
import type { Engine } from '../statement.ts'
import { columnTypes } from './0001-foundation.ts'

/**
 * SQLite looks the group and the user of a membership up once more for its foreign keys, a tenth of what a change costs, though the one writer has
 * just read both. PostgreSQL keeps the keys: there another server may write beside this one. SQLite drops a key only with its table.
 */
export const membershipsWithoutLookUps = {
  id: 11,
  name: '0011-memberships-without-look-ups',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    if (engine === 'postgres') return []
    const { text, int, end } = columnTypes(engine)
    const { schema } = db
    const columns = sql.raw('zone, group_id, user_id, joined_at')
    return [
      schema
        .createTable('kept_memberships')
        .addColumn('zone', text, (c) => c.notNull())
        .addColumn('group_id', text, (c) => c.notNull())
        .addColumn('user_id', text, (c) => c.notNull())
        .addColumn('joined_at', int, (c) => c.notNull())
        .addPrimaryKeyConstraint('memberships_key', ['zone', 'group_id', 'user_id'])
        .modifyEnd(end),
      { compile: () => sql`insert into kept_memberships (${columns}) select ${columns} from memberships order by 1, 2, 3`.compile(db) },
      schema.dropTable('memberships'),
      schema.alterTable('kept_memberships').renameTo('memberships'),
      schema.createIndex('memberships_by_user').on('memberships').columns(['zone', 'user_id', 'group_id']),
    ]
  },
}
