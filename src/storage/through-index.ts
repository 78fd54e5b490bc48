import { type RawBuilder, sql } from 'kysely'
import type { Engine } from './statement.ts'

/**
 * Behind the name of a table: makes SQLite take this index. It takes the first column of a key for one that ten rows share, as long as nobody has
 * counted, and would rather read a whole zone than look its rows up one by one. PostgreSQL counts.
 */
export function through(engine: Engine, index: string): RawBuilder<unknown> {
  return engine === 'sqlite' ? sql`indexed by ${sql.ref(index)}` : sql``
}
