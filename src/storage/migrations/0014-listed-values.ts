import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Engine } from '../statement.ts'
import { columnTypes } from './0001-foundation.ts'

/**
 * Further addresses, numbers and the like stand in what a source keeps with a user: whoever looked for one read the profiles of a whole zone. Who has
 * just his own address costs no row. `listedValues` in the directory says the same as this selection.
 */
export const listedValues = {
  id: 14,
  name: '0014-listed-values',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const { text, end } = columnTypes(engine)
    return [
      db.schema
        .createTable('listed_values')
        .addColumn('zone', text, (c) => c.notNull())
        .addColumn('value', text, (c) => c.notNull())
        .addColumn('user_id', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('listed_values_key', ['zone', 'value', 'user_id'])
        .modifyEnd(end),
      { compile: () => sql`insert into listed_values (zone, value, user_id) ${kept(engine)}`.compile(db) },
    ]
  },
}

function kept(engine: Engine): RawBuilder<unknown> {
  const profile = legible(engine)
  if (engine === 'sqlite') {
    return sql`
      select distinct u.zone, lower(json_extract(entry.value, '$.value')), u.id
      from users u, json_each(${profile}) list, json_each(case list.type when 'array' then list.value else '[]' end) entry
      where u.profile is not null and entry.type = 'object' and json_type(entry.value, '$.value') = 'text'
        and length(json_extract(entry.value, '$.value')) between 1 and 256
        and json_extract(entry.value, '$.value') not glob '*[^ -~]*'
        and lower(json_extract(entry.value, '$.value')) is not u.email_key`
  }
  return sql`
    select distinct found.zone, found.value, found.id from (
      select u.zone, u.id, u.email_key, lower((entry ->> 'value') collate "C") as value
      from users u
        cross join lateral jsonb_each(${profile}::jsonb) as list (name, entries)
        cross join lateral jsonb_array_elements(case jsonb_typeof(list.entries) when 'array' then list.entries else '[]' end) as entry
      where u.profile is not null and jsonb_typeof(entry) = 'object' and jsonb_typeof(entry -> 'value') = 'string'
    ) as found
    where length(found.value) between 1 and 256 and found.value ~ '^[ -~]+$' and found.value is distinct from found.email_key`
}

/**
 * A seed file could write U+0000 and halves of surrogate pairs, which are no JSON to PostgreSQL; to SQLite the first is the end of a text. They stand as
 * escapes, and what they are read as is in no value that is listed either.
 */
function legible(engine: Engine): RawBuilder<string> {
  return engine === 'sqlite'
    ? sql`replace(u.profile, ${sql.lit('\\u0000')}, ${sql.lit('\\u007f')})`
    : sql`regexp_replace(u.profile, ${sql.lit('\\\\u(0000|d[89a-f][0-9a-f]{2})')}, ${sql.lit('\\\\u007f')}, 'g')`
}
