import { type Compilable, type Kysely, sql } from 'kysely'
import type { Engine } from '../statement.ts'
import { columnTypes } from './0001-foundation.ts'

/**
 * A membership names its group and its user by whole numbers: half the bytes of ids, twice over, so that more of what is looked up is at hand, and pages
 * of members are read without taking texts apart. Numbers are given in each zone from 1, in the order in which users and groups were made.
 */
export const numberedMemberships = {
  id: 15,
  name: '0015-numbered-memberships',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const { text, int, end } = columnTypes(engine)
    const { schema } = db
    const numbered = schema
      .createTable('numbered_memberships')
      .addColumn('zone', text, (c) => c.notNull())
      .addColumn('group_number', int, (c) => c.notNull())
      .addColumn('user_number', int, (c) => c.notNull())
      .addColumn('joined_at', int, (c) => c.notNull())
      .addPrimaryKeyConstraint('memberships_numbers', ['zone', 'group_number', 'user_number'])
    return [
      ...(['users', 'groups'] as const).flatMap((table) => numbers(db, engine, table)),
      numbered.modifyEnd(end),
      {
        compile: () =>
          sql`
            insert into numbered_memberships (zone, group_number, user_number, joined_at)
            select m.zone, g.number, u.number, m.joined_at from memberships m
              join groups g on g.zone = m.zone and g.id = m.group_id
              join users u on u.zone = m.zone and u.id = m.user_id
            order by 1, 2, 3`.compile(db),
      },
      ...(engine === 'postgres' ? lookUps(db) : []),
      schema.dropTable('memberships'),
      schema.alterTable('numbered_memberships').renameTo('memberships'),
      schema.createIndex('memberships_by_user').on('memberships').columns(['zone', 'user_number', 'group_number']),
    ]
  },
}

/**
 * One writer has just read both: SQLite looks nobody up once more. PostgreSQL does, and so it does for each row that is there when these are made before
 * the rows: by reading the zone from end to end, as it uses no index in the transaction that made it over rows that it changed. All at once it joins.
 */
function lookUps({ schema }: Kysely<unknown>): Compilable[] {
  const keyed = schema.alterTable('numbered_memberships')
  return [
    keyed.addForeignKeyConstraint('memberships_of_group', ['zone', 'group_number'], 'groups', ['zone', 'number']),
    keyed.addForeignKeyConstraint('memberships_of_user', ['zone', 'user_number'], 'users', ['zone', 'number']),
  ]
}

/** Gives a number to each row of a table, and notes in the zone how many were given. */
function numbers(db: Kysely<unknown>, engine: Engine, table: 'users' | 'groups'): Compilable[] {
  const { int } = columnTypes(engine)
  const of = sql.table(table)
  const made = sql.ref(`${table}_made`)
  return [
    db.schema.alterTable(table).addColumn('number', int, (c) => c.notNull().defaultTo(0)),
    db.schema.alterTable('zones').addColumn(`${table}_made`, int, (c) => c.notNull().defaultTo(0)),
    {
      compile: () =>
        sql`
          update ${of} set number = counted.number
          from (select zone, id, row_number() over (partition by zone order by created_at, id) as number from ${of}) as counted
          where counted.zone = ${of}.zone and counted.id = ${of}.id`.compile(db),
    },
    { compile: () => sql`update zones set ${made} = (select count(*) from ${of} where ${of}.zone = zones.id)`.compile(db) },
    db.schema.createIndex(`${table}_by_number`).on(table).columns(['zone', 'number']).unique(),
  ]
}
