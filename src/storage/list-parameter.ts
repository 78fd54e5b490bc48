import { type RawBuilder, sql } from 'kysely'
import type { Engine } from './statement.ts'

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
