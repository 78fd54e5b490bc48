import { sql } from 'kysely'
import { invariant } from './invariant.ts'

/** What PostgreSQL sees to by itself, or with its own tools. Source: "PRAGMA Statements", integrity_check and foreign_key_check. */
export const pages = invariant(
  'pages and indexes',
  'all can be read, and each index has what its table has',
  () => sql`select integrity_check as broken from pragma_integrity_check where integrity_check <> 'ok'`,
)

export const foreignKeys = invariant(
  'foreign keys',
  'each leads to a row',
  () =>
    sql`select distinct 'a row of ' || "table" || ' names one of ' || parent || ' that is not there' as broken from pragma_foreign_key_check`,
)
