import { type RawBuilder, sql } from 'kysely'
import type { Engine } from './statement.ts'

/** The number of a row that is inserted, as a value of its statement: in SQLite one writer counts on; PostgreSQL gives it when none is said. */
export function nextNumber(engine: Engine, table: 'users' | 'groups'): { number: RawBuilder<number> } | Record<string, never> {
  return engine === 'sqlite' ? { number: sql<number>`(select coalesce(max(number), 0) + 1 from ${sql.table(table)})` } : {}
}
