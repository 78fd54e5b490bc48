import { type RawBuilder, sql } from 'kysely'
import type { Engine } from './statement.ts'

/**
 * A text that is sought, its Latin letters in lower case, as `lower` has those of a column: columns are compared byte by byte, a parameter by the
 * locale that the PostgreSQL database was made with, which may lower more letters than these. So both engines lower A to Z alone. Others would take a
 * column of folded text beside each that is searched, and a migration that reads every row to fill it: no vendor's page speaks of case at all.
 */
export function lowerLetters(engine: Engine, text: unknown): RawBuilder<string> {
  return engine === 'sqlite' ? sql`lower(${text})` : sql`lower(cast(${text} as text) collate "C")`
}
