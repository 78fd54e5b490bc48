import { sql } from 'kysely'
import type { GroupRow, UserRow } from '../../schemas/zones.ts'
import { type Statement, statement } from '../../statement.ts'

type Span = { zone: string; limit: number; offset: number }
/** Behind the row with this id; `at` and `key` are what it is sorted by. */
type Behind = { zone: string; limit: number; at: number; key: string; id: string }

/** How to read what a zone has of one kind, in one order. */
export interface SortedPages<Row> {
  /** Passes over the rows before it in an index alone. */
  readonly page: Statement<Span, Row>
  readonly behind: Statement<Behind, Row>
}

type Kind = 'users' | 'groups'
type Order = 'createdAt' | 'name'

const columns = { createdAt: ['created_at', 'id'], name: ['name_key'] } as const

function pages<Row>(kind: Kind, order: Order, descending: boolean): SortedPages<Row> {
  const table = sql.table(kind)
  const direction = descending ? sql`desc` : sql`asc`
  const sorted = (of: string) =>
    sql.join(
      columns[order].map((column) => sql`${sql.ref(`${of}.${column}`)} ${direction}`),
      sql`, `,
    )
  // What the index of the order holds and no two rows share.
  const key = order === 'name' ? 'name_key' : 'id'
  const further = descending ? sql`<` : sql`>`
  return {
    page: statement(
      (_db, p: Span) => sql<Row>`
        select r.* from (
          select c.zone, ${sql.ref(`c.${key}`)} from ${table} c where c.zone = ${p.zone} order by ${sorted('c')} limit ${p.limit} offset ${p.offset}
        ) found
        join ${table} r on r.zone = found.zone and ${sql.ref(`r.${key}`)} = ${sql.ref(`found.${key}`)} order by ${sorted('r')}`,
    ),
    behind: statement((_db, p: Behind) => {
      const place =
        order === 'name' ? sql`c.name_key ${further} ${p.key}` : sql`(c.created_at, c.id) ${further} (cast(${p.at} as bigint), ${p.id})`
      return sql<Row>`select * from ${table} c where c.zone = ${p.zone} and ${place} order by ${sorted('c')} limit ${p.limit}`
    }),
  }
}

const bothWays = <Row>(kind: Kind, order: Order) => ({
  ascending: pages<Row>(kind, order, false),
  descending: pages<Row>(kind, order, true),
})

export const sortedUsers = { createdAt: bothWays<UserRow>('users', 'createdAt'), name: bothWays<UserRow>('users', 'name') }
export const sortedGroups = { createdAt: bothWays<GroupRow>('groups', 'createdAt'), name: bothWays<GroupRow>('groups', 'name') }
