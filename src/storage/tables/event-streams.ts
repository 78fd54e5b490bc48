import { sql } from 'kysely'
import { statement } from '../statement.ts'

/** Holds a tenant for one writer until its transaction ends. PostgreSQL only: SQLite has one writer. */
export const lockStream = statement((db, p: { tenant: string }) =>
  db.selectFrom('event_streams').where('tenant', '=', p.tenant).select('seq').forUpdate(),
)

/** Takes back a stream that was opened for a writer who then recorded nothing. */
export const dropEmptyStream = statement((db, p: { tenant: string }) =>
  db.deleteFrom('event_streams').where('tenant', '=', p.tenant).where('seq', '=', 0),
)

export const openStream = statement((db, p: { tenant: string }) =>
  db
    .insertInto('event_streams')
    .values({ tenant: p.tenant, seq: 0, last_at: 0 })
    .onConflict((conflict) => conflict.column('tenant').doNothing()),
)

/** Keeps other writers out of a further stream until this transaction ends; on SQLite there are none. */
export const holdStream = statement((db, p: { tenant: string }) =>
  db
    .insertInto('event_streams')
    .values({ tenant: p.tenant, seq: 0, last_at: 0 })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ last_at: sql<number>`event_streams.last_at` })),
)
