import { type Compilable, type Kysely, sql } from 'kysely'

/**
 * Lists that are read in an order of their own, and what is looked for in a stream by its subject: pages must not cost what lies before or beside them.
 * Only the few kinds of events that are looked for so have an index; `eventsOfSubject` says the same. Written with `or`: for a list of three, SQLite would
 * make a table of them for every event that is written, which takes as long as writing it.
 */
export const ordersOfLists = {
  id: 17,
  name: '0017-orders-of-lists',
  up: ({ schema }: Kysely<unknown>): Compilable[] => [
    schema.createIndex('departments_by_order').on('departments').columns(['company', 'position', 'created_at', 'id']),
    schema.createIndex('invitations_by_age').on('invitations').columns(['organization', 'created_at', 'id']),
    schema
      .createIndex('events_of_what_went')
      .on('events')
      .columns(['tenant', 'subject', 'seq'])
      .where(sql<boolean>`(kind = 'app_range_changed' or kind = 'department_deleted' or kind = 'people_group_deleted')`),
  ],
}
