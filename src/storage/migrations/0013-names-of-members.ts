import type { Compilable, Kysely } from 'kysely'
import type { Engine } from '../statement.ts'
import { columnTypes } from './0001-foundation.ts'

/** Whoever has read a group with what its members are called learns from its row alone that nobody is called otherwise, without reading them again. */
export const namesOfMembers = {
  id: 13,
  name: '0013-names-of-members',
  up: ({ schema }: Kysely<unknown>, engine: Engine): Compilable[] => [
    schema.alterTable('groups').addColumn('names_version', columnTypes(engine).int, (c) => c.notNull().defaultTo(0)),
  ],
}
