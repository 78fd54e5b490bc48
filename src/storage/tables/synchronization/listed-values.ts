import { sql } from 'kysely'
import { insertEach } from '../../insert-each.ts'
import { textsOf } from '../../list-parameter.ts'
import type { UserRow } from '../../schemas/zones.ts'
import { statement } from '../../statement.ts'

/** Rows of a value and a user. */
export const insertListedValues = statement((_db, p: { zone: string; rows: readonly (readonly [string, string])[] }, engine) =>
  insertEach(engine, 'listed_values', { zone: p.zone }, p.rows, { value: 'text', user_id: 'text' }),
)

export const deleteListedValues = statement((db, p: { zone: string; user: string; values: readonly string[] }, engine) =>
  db.deleteFrom('listed_values').where('zone', '=', p.zone).where('value', 'in', textsOf(engine, p.values)).where('user_id', '=', p.user),
)

/** Those with whom this value is kept, up to a limit, in no order. */
export const usersWithListedValue = statement((_db, p: { zone: string; value: string; limit: number }, engine) => {
  // SQLite keeps the order of a cross join.
  const each = engine === 'sqlite' ? sql`cross join` : sql`join`
  return sql<UserRow>`
      select u.* from listed_values l ${each} users u on u.zone = l.zone and u.id = l.user_id
      where l.zone = ${p.zone} and l.value = ${p.value} limit ${p.limit}`
})
