import type { Compilable, Kysely } from 'kysely'

/**
 * Every page that a change touches is written to the log and later to the database. A user's groups are few and are counted from their
 * index when it matters; nothing looks an event up by its subject.
 */
export const fewerPagesAChange = {
  id: 2,
  name: '0002-fewer-pages-a-change',
  up: ({ schema }: Kysely<unknown>): Compilable[] => [
    schema.alterTable('users').dropColumn('group_count'),
    schema.dropIndex('events_by_subject'),
  ],
}
