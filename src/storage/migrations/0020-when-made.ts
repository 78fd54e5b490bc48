import { type Compilable, type Kysely, sql } from 'kysely'

/** Departments and members that were there before migration 0003 have no time of their last change: they have not been changed since they were made. */
export const whenMade = {
  id: 20,
  name: '0020-when-made',
  up: (db: Kysely<unknown>): Compilable[] => [
    { compile: () => sql`update nodes set updated_at = created_at where updated_at = 0`.compile(db) },
    { compile: () => sql`update members set updated_at = joined_at where updated_at = 0`.compile(db) },
  ],
}
