import { sql } from 'kysely'
import { insertEach } from '../insert-each.ts'
import { rowsOf } from '../list-parameter.ts'
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
export const appendEvents = statement((_db, p: { tenant: string; rows: readonly (readonly unknown[])[] }, engine) => ({
  compile: () => insertEach(engine, 'events', { tenant: p.tenant }, p.rows, columns).compile(_db),
}))

export interface EventQuery {
  /** `[tenant, seq]` pairs: where each stream was left. */
  readonly after: readonly (readonly [string, number])[]
  readonly tenant: string | null
  readonly kind: string | null
  readonly subject: string | null
  readonly actor: string | null
  readonly limit: number
}

/** Events behind the given places, oldest first; an order that agrees with every stream's own. */
export const listEvents = statement((_db, p: EventQuery, engine) => ({
  compile: () =>
    sql<EventRow>`
      select e.* from event_streams s
      left join ${rowsOf(engine, p.after)} a on a.value ->> 0 = s.tenant
      join events e on e.tenant = s.tenant and e.seq > coalesce(cast(a.value ->> 1 as bigint), 0)
      where (cast(${p.tenant} as text) is null or s.tenant = ${p.tenant})
        and (cast(${p.kind} as text) is null or e.kind = ${p.kind})
        and (cast(${p.subject} as text) is null or e.subject = ${p.subject})
        and (cast(${p.actor} as text) is null or e.actor = ${p.actor})
      order by e.at, e.tenant, e.seq limit ${p.limit}`.compile(_db),
}))
