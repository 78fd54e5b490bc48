import { type RawBuilder, sql } from 'kysely'
import { type Engine, rowSlot } from './statement.ts'

/**
 * A list bound as one JSON parameter, seen as rows of `position` (from 0) and `value`; `value ->> 0` is a row's first member in both engines.
 * One prepared statement then serves lists of any length.
 */
export function rowsOf(engine: Engine, list: readonly unknown[]): RawBuilder<{ position: number; value: unknown }> {
  return engine === 'sqlite'
    ? sql`(select key as position, value from json_each(${list}))`
    : sql`(select ordinality - 1 as position, value from jsonb_array_elements(${list}::jsonb) with ordinality)`
}

/** A list of texts bound as one JSON parameter, seen as rows of `value`. */
export function textsOf(engine: Engine, list: readonly string[]): RawBuilder<string> {
  return engine === 'sqlite'
    ? sql`(select value from json_each(${list}))`
    : sql`(select value from jsonb_array_elements_text(${list}::jsonb) as value)`
}

/** A list of numbers bound as one JSON parameter, seen as rows of `value`. */
export function numbersOf(engine: Engine, list: readonly number[]): RawBuilder<number> {
  return engine === 'sqlite'
    ? sql`(select value from json_each(${list}))`
    : sql`(select cast(value as bigint) as value from jsonb_array_elements_text(${list}::jsonb) as value)`
}

/**
 * Rows of a list parameter with named columns, in order of `position`. PostgreSQL takes them all at once, as one JSON parameter: what counts
 * there is the round trip. SQLite runs the statement once for each row with its values bound: what counts there is taking JSON apart. A statement that
 * reads with it answers one row for each at most.
 */
export function eachOf(
  engine: Engine,
  list: readonly (readonly unknown[])[],
  columns: Readonly<Record<string, 'text' | 'int'>>,
): RawBuilder<unknown> {
  if (engine === 'sqlite') {
    const bound = Object.keys(columns).map((name, index) => sql`${rowSlot(list, index)} as ${sql.ref(name)}`)
    return sql`(select ${sql.join(bound)})`
  }
  return sql`(select ordinality as position, ${sql.join(takenFromJson(columns))} from jsonb_array_elements(${list}::jsonb) with ordinality order by ordinality)`
}

/** The columns of a row that PostgreSQL takes from JSON. */
function takenFromJson(columns: Readonly<Record<string, 'text' | 'int'>>): RawBuilder<unknown>[] {
  return Object.entries(columns).map(([name, type], index) => {
    const value = sql`value ->> ${sql.lit(index)}`
    return sql`${type === 'int' ? sql`cast(${value} as bigint)` : value} as ${sql.ref(name)}`
  })
}

/** Whether a row of a table has the columns of one of the listed rows; taken by each engine as with `eachOf`. */
export function isEachOf(
  engine: Engine,
  list: readonly (readonly unknown[])[],
  columns: Readonly<Record<string, 'text' | 'int'>>,
): RawBuilder<boolean> {
  const names = Object.keys(columns).map((name) => sql.ref(name))
  if (engine === 'sqlite')
    return sql`${sql.join(
      names.map((name, index) => sql`${name} = ${rowSlot(list, index)}`),
      sql` and `,
    )}`
  return sql`(${sql.join(names)}) in (select ${sql.join(takenFromJson(columns))} from jsonb_array_elements(${list}::jsonb))`
}
