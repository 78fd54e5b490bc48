import { sql } from 'kysely'
import type { LongConnectionRow } from '../../schemas/event-delivery.ts'
import { statement } from '../../statement.ts'

export const putConnection = statement((db, p: LongConnectionRow) =>
  db
    .insertInto('long_connections')
    .values({ id: p.id, app: p.app, server: p.server, expires_at: p.expires_at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ expires_at: sql<number>`excluded.expires_at` })),
)

export const deleteConnection = statement((db, p: { id: string }) => db.deleteFrom('long_connections').where('id', '=', p.id))

export const deleteExpiredConnections = statement((db, p: { now: number }) =>
  db.deleteFrom('long_connections').where('expires_at', '<=', p.now),
)

/** How many connections an app has open, to whichever server. */
export const connectionsOfApp = statement((db, p: { app: string; now: number }) =>
  db
    .selectFrom('long_connections')
    .where('app', '=', p.app)
    .where('expires_at', '>', p.now)
    .select((select) => select.fn.countAll<number>().as('count')),
)
