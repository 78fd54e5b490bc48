import type { Compilable, Kysely } from 'kysely'
import type { Engine } from '../statement.ts'
import { tableMaker } from './table-maker.ts'

/** What the sender of events keeps: a cursor an app and company, deliveries that wait or are dead, connections that are open. */
export const eventDelivery = {
  id: 7,
  name: '0007-event-delivery',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const table = tableMaker(db, engine)
    return [
      table('event_followers', {
        texts: ['company', 'app', 'stream', 'holder'],
        numbers: ['seq', 'following', 'held_until'],
        optionalNumbers: ['ticket_due_at'],
        key: ['company', 'app'],
      }),
      db.schema.createIndex('event_followers_by_app').on('event_followers').columns(['app', 'company']),
      table('event_deliveries', {
        texts: ['company', 'app', 'event_id', 'kind', 'body', 'status', 'last_error'],
        numbers: ['seq', 'attempts', 'due_at', 'created_at'],
        key: ['company', 'app', 'event_id'],
      }),
      db.schema.createIndex('event_deliveries_in_order').on('event_deliveries').columns(['company', 'app', 'status', 'due_at', 'event_id']),
      db.schema.createIndex('event_deliveries_due').on('event_deliveries').columns(['status', 'due_at']),
      table('long_connections', { texts: ['id', 'app', 'server'], numbers: ['expires_at'], key: ['id'] }),
      db.schema.createIndex('long_connections_by_app').on('long_connections').columns(['app', 'expires_at']),
    ]
  },
}
