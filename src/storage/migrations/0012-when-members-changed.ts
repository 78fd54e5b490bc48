import type { Compilable, Kysely } from 'kysely'
import type { Engine } from '../statement.ts'
import { columnTypes } from './0001-foundation.ts'

/** A wire that counts its members to a group tells when they changed; to another they are none of the group's own facts. */
export const whenMembersChanged = {
  id: 12,
  name: '0012-when-members-changed',
  up: ({ schema }: Kysely<unknown>, engine: Engine): Compilable[] => [
    schema.alterTable('groups').addColumn('members_changed_at', columnTypes(engine).int, (c) => c.notNull().defaultTo(0)),
  ],
}
