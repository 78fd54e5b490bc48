import { sql } from 'kysely'
import { insertEach } from '../insert-each.ts'
import { eachOf } from '../list-parameter.ts'
import type { EventRow } from '../schema.ts'
import { statement } from '../statement.ts'

/** Claims the next `count` places of a stream; `seq` is the last of them. Time never runs backwards within a stream. */
export const claimPlaces = statement((db, p: { tenant: string; count: number; at: number }) =>
  db
    .insertInto('event_streams')
    .values({ tenant: p.tenant, seq: p.count, last_at: p.at })
    .onConflict((conflict) =>
      conflict.column('tenant').doUpdateSet({
        seq: sql<number>`event_streams.seq + excluded.seq`,
        last_at: sql<number>`case when excluded.last_at > event_streams.last_at then excluded.last_at else event_streams.last_at end`,
      }),
    )
    .returning(['seq', 'last_at']),
)

const columns = {
  seq: 'int',
  at: 'int',
  actor: 'text',
  account: 'int',
  dialect: 'text',
  operation: 'text',
  request_id: 'text',
  kind: 'text',
  subject: 'text',
  before: 'text',
  after: 'text',
} as const

/** Rows in the order of `columns`. */
export const appendEvents = statement((_db, p: { tenant: string; rows: readonly (readonly unknown[])[] }, engine) =>
  insertEach(engine, 'events', { tenant: p.tenant }, p.rows, columns),
)

/** The streams, or one, with where each ends. */
export const streamEnds = statement(
  (_db, p: { tenant: string | null }) => sql<{ tenant: string; seq: number }>`
    select tenant, seq from event_streams where (cast(${p.tenant} as text) is null or tenant = ${p.tenant}) and seq > 0`,
)

/** When something happened, of many `[stream, place]`, in no order. */
export const timesOfEvents = statement(
  (_db, p: { places: readonly (readonly [string, number])[] }, engine) => sql<{ tenant: string; at: number }>`
    select e.tenant, e.at from ${eachOf(engine, p.places, { tenant: 'text', seq: 'int' })} as asked
    join events e on e.tenant = asked.tenant and e.seq = asked.seq`,
)

export interface EventWindow {
  readonly tenant: string
  /** Behind this place, and up to that. */
  readonly place: number
  readonly end: number
  /** What is null does not count. */
  readonly until: number | null
  readonly kind: string | null
  readonly subject: string | null
  readonly actor: string | null
  readonly limit: number
}

/** Events in a part of a stream, in order: it costs what that part holds. */
export const eventsInWindow = statement(
  (_db, p: EventWindow) => sql<EventRow>`
    select * from events
    where tenant = ${p.tenant} and seq > ${p.place} and seq <= ${p.end}
      and (cast(${p.until} as bigint) is null or at <= ${p.until})
      and (cast(${p.kind} as text) is null or kind = ${p.kind})
      and (cast(${p.subject} as text) is null or subject = ${p.subject})
      and (cast(${p.actor} as text) is null or actor = ${p.actor})
    order by seq limit ${p.limit}`,
)
