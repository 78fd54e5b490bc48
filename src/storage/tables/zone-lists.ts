import { type RawBuilder, sql } from 'kysely'
import { lowerLetters } from '../lower-letters.ts'
import type { GroupRow, UserRow } from '../schemas/zones.ts'
import { type Engine, type Statement, statement } from '../statement.ts'
import { type SortedPages, sortedGroups, sortedUsers } from './synchronization/sorted-pages.ts'

/** A piece of a zone: as many rows behind one as are looked through at a time. */
interface Counting {
  zone: string
  /** An id; empty before the first. */
  after: string
  size: number
}

interface Piece {
  zone: string
  at: number
  id: string
  size: number
}

/** What a filter finds by age, piece by piece: no statement costs more than the piece that it looks through. */
interface FoundByAge<Filter extends object, Row> {
  readonly rows: Statement<Filter & Piece & { limit: number }, Row>
  /** The last row of a piece; none when fewer rows are left than a piece has. */
  readonly end: Statement<Piece, { created_at: number; id: string }>
}

/** What a zone has of one kind, all of it or what a filter finds. */
export interface ZoneList<Filter extends object, Row> {
  /** How many of the rows of a piece match, by id; how many rows there were, and the last of them. */
  readonly count: Statement<Filter & Counting, { n: number; passed: number; last: string | null }>
  readonly oldestFirst: FoundByAge<Filter, Row>
  readonly newestFirst: FoundByAge<Filter, Row>
  readonly all: { readonly ascending: SortedPages<Row>; readonly descending: SortedPages<Row> }
}

type Matches<Filter> = (p: Filter, of: (column: string) => RawBuilder<unknown>, engine: Engine) => RawBuilder<boolean>

const columnsOf = (table: string) => (column: string) => sql.ref(`${table}.${column}`)

function listWhere<Filter extends object, Row>(
  kind: 'users' | 'groups',
  judged: readonly string[],
  all: ZoneList<Filter, Row>['all'],
  matches: Matches<Filter>,
): ZoneList<Filter, Row> {
  const table = sql.table(kind)
  const byAge = (further: RawBuilder<unknown>, direction: RawBuilder<unknown>): FoundByAge<Filter, Row> => {
    const behind = (p: Piece) => sql`zone = ${p.zone} and (created_at, id) ${further} (cast(${p.at} as bigint), ${p.id})`
    return {
      rows: statement(
        (_db, p: Filter & Piece & { limit: number }, engine) => sql<Row>`
          select * from (
            select * from ${table} where ${behind(p)} order by created_at ${direction}, id ${direction} limit ${p.size}
          ) piece
          where ${matches(p, columnsOf('piece'), engine)} order by created_at ${direction}, id ${direction} limit ${p.limit}`,
      ),
      end: statement(
        (_db, p: Piece) => sql<{ created_at: number; id: string }>`
          select created_at, id from ${table} where ${behind(p)}
          order by created_at ${direction}, id ${direction} limit 1 offset ${p.size} - 1`,
      ),
    }
  }
  return {
    count: statement((_db, p: Filter & Counting, engine) => {
      const columns = sql.join(judged.map((column) => sql.ref(column)))
      return sql<{ n: number; passed: number; last: string | null }>`
        select count(case when ${matches(p, columnsOf('piece'), engine)} then 1 end) as n, count(*) as passed, max(piece.id) as last
        from (select ${columns} from ${table} where zone = ${p.zone} and id > ${p.after} order by id limit ${p.size}) piece`
    }),
    oldestFirst: byAge(sql`>`, sql`asc`),
    newestFirst: byAge(sql`<`, sql`desc`),
    all,
  }
}

interface UserFilter {
  status: string | null
  owner: string | null
  /** Folded; found anywhere in name, address or id. */
  text: string | null
  /** The same as it was sent, for the description, which is not kept folded: there the database lowers both sides alike. */
  sent: string | null
}

const holds = (column: RawBuilder<unknown>, text: RawBuilder<unknown>) => sql<boolean>`replace(${column}, ${text}, '') <> ${column}`

export const matchingUsers = listWhere<UserFilter, UserRow>(
  'users',
  ['id', 'name_key', 'email_key', 'description', 'status', 'owner'],
  sortedUsers.createdAt,
  (p, of, engine) => sql<boolean>`
    (cast(${p.status} as text) is null or ${of('status')} = ${p.status})
    and (cast(${p.owner} as text) is null or ${of('owner')} = ${p.owner})
    and (cast(${p.text} as text) is null
      or ${holds(of('name_key'), sql`${p.text}`)}
      or ${holds(of('email_key'), sql`${p.text}`)}
      or ${holds(of('id'), sql`${p.text}`)}
      or ${holds(sql`lower(${of('description')})`, lowerLetters(engine, p.sent))})`,
)

interface GroupFilter {
  owner: string | null
  /** Lower case; how it is compared with the folded name. A whole name is looked up instead. */
  text: string | null
  match: 'contains' | 'starts' | null
}

export const matchingGroups = listWhere<GroupFilter, GroupRow>(
  'groups',
  ['id', 'name_key', 'owner'],
  sortedGroups.createdAt,
  (p, of) => sql<boolean>`
    (cast(${p.owner} as text) is null or ${of('owner')} = ${p.owner})
    and case cast(${p.match} as text)
      when 'contains' then ${holds(of('name_key'), sql`${p.text}`)}
      when 'starts' then substr(${of('name_key')}, 1, length(${p.text})) = ${p.text}
      else 1 = 1 end`,
)
