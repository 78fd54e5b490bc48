import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../../schema.ts'
import type { EventDeliveryRow } from '../../schemas/event-delivery.ts'
import { statement } from '../../statement.ts'

type App = { company: string; app: string }
type Key = App & { event: string }

const put = (db: Kysely<Schema>, p: EventDeliveryRow, onlyWhere?: RawBuilder<boolean>) =>
  db
    .insertInto('event_deliveries')
    .values({
      company: p.company,
      app: p.app,
      event_id: p.event_id,
      seq: p.seq,
      kind: p.kind,
      body: p.body,
      status: p.status,
      attempts: p.attempts,
      due_at: p.due_at,
      last_error: p.last_error,
      created_at: p.created_at,
    })
    .onConflict((conflict) => {
      const update = conflict.columns(['company', 'app', 'event_id']).doUpdateSet({
        status: sql<string>`excluded.status`,
        attempts: sql<number>`excluded.attempts`,
        due_at: sql<number>`excluded.due_at`,
        last_error: sql<string>`excluded.last_error`,
      })
      return onlyWhere ? update.where(onlyWhere) : update
    })

/** Keeps a delivery, or what became of it since. */
export const putDelivery = statement((db, p: EventDeliveryRow) => put(db, p))

/** The same after one more attempt; where it is no longer the one after that many, as it was given all of them again meanwhile, it stays as it is. */
export const putFailedDelivery = statement((db, p: EventDeliveryRow) =>
  put(db, p, sql<boolean>`event_deliveries.attempts = excluded.attempts - 1`),
)

export const deleteDelivery = statement((db, p: Key) =>
  db.deleteFrom('event_deliveries').where('company', '=', p.company).where('app', '=', p.app).where('event_id', '=', p.event),
)

export const deleteDeliveriesOfApp = statement((db, p: App) =>
  db.deleteFrom('event_deliveries').where('company', '=', p.company).where('app', '=', p.app),
)

export const findDelivery = statement((db, p: Key) =>
  db.selectFrom('event_deliveries').where('company', '=', p.company).where('app', '=', p.app).where('event_id', '=', p.event).selectAll(),
)

/** Deliveries of an app that are due, the longest due first. */
export const dueDeliveries = statement((db, p: App & { now: number; limit: number }) =>
  db
    .selectFrom('event_deliveries')
    .where('company', '=', p.company)
    .where('app', '=', p.app)
    .where('status', '=', 'waiting')
    .where('due_at', '<=', p.now)
    .orderBy('due_at')
    .orderBy('event_id')
    .limit(p.limit)
    .selectAll(),
)

/** A page of an app's deliveries of one status, by the time when they are due or were given up. */
export const deliveriesOfApp = statement(
  (_db, p: App & { status: string; after: number; afterId: string; limit: number }) => sql<EventDeliveryRow>`
    select * from event_deliveries
    where company = ${p.company} and app = ${p.app} and status = ${p.status}
      and (due_at > ${p.after} or (due_at = ${p.after} and event_id > ${p.afterId}))
    order by due_at, event_id limit ${p.limit}`,
)

/** Forgets deliveries of an app that were given up long ago. */
export const forgetDead = statement((db, p: App & { before: number }) =>
  db
    .deleteFrom('event_deliveries')
    .where('company', '=', p.company)
    .where('app', '=', p.app)
    .where('status', '=', 'dead')
    .where('due_at', '<=', p.before),
)
