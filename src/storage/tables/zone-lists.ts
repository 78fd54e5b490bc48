import { type RawBuilder, sql } from 'kysely'
import { lowerLetters } from '../lower-letters.ts'
import type { GroupRow, UserRow } from '../schemas/zones.ts'
import { type Engine, type Statement, statement } from '../statement.ts'

interface Span {
  /** The last row of the page before; nulls for the first page. */
  at: number | null
  id: string | null
  limit: number
  offset: number
}

/** What a filter finds in a zone, page by page. */
export interface ZoneList<Filter extends object, Row> {
  readonly count: Statement<Filter, { n: number }>
  readonly oldestFirst: Statement<Filter & Span, Row>
  readonly newestFirst: Statement<Filter & Span, Row>
}

function listWhere<Filter extends object, Row>(
  kind: 'users' | 'groups',
  matches: (p: Filter, engine: Engine) => RawBuilder<boolean>,
): ZoneList<Filter, Row> {
  const table = sql.table(kind)
  const page = (further: RawBuilder<unknown>, direction: RawBuilder<unknown>) =>
    statement((_db, p: Filter & Span, engine) => ({
      compile: () =>
        sql<Row>`
          select * from ${table} where ${matches(p, engine)}
            and (cast(${p.id} as text) is null or (created_at, id) ${further} (cast(${p.at} as bigint), ${p.id}))
          order by created_at ${direction}, id ${direction} limit ${p.limit} offset ${p.offset}`.compile(_db),
    }))
  return {
    count: statement((_db, p: Filter, engine) => ({
      compile: () => sql<{ n: number }>`select count(*) as n from ${table} where ${matches(p, engine)}`.compile(_db),
    })),
    oldestFirst: page(sql`>`, sql`asc`),
    newestFirst: page(sql`<`, sql`desc`),
  }
}

interface UserFilter {
  zone: string
  status: string | null
  owner: string | null
  /** Folded; found anywhere in name, address or id. */
  text: string | null
  /** The same as it was sent, for the description, which is not kept folded: there the database lowers both sides alike. */
  sent: string | null
}

const userMatches = (p: UserFilter, engine: Engine) => sql<boolean>`
  zone = ${p.zone}
  and (cast(${p.status} as text) is null or status = ${p.status})
  and (cast(${p.owner} as text) is null or owner = ${p.owner})
  and (cast(${p.text} as text) is null
    or replace(name_key, ${p.text}, '') <> name_key
    or replace(email_key, ${p.text}, '') <> email_key
    or replace(id, ${p.text}, '') <> id
    or replace(lower(description), ${lowerLetters(engine, p.sent)}, '') <> lower(description))`

export const matchingUsers = listWhere<UserFilter, UserRow>('users', userMatches)

interface GroupFilter {
  zone: string
  owner: string | null
  /** Lower case; how it is compared with the folded name. */
  text: string | null
  match: 'contains' | 'equals' | 'starts' | null
}

const groupMatches = (p: GroupFilter) => sql<boolean>`
  zone = ${p.zone}
  and (cast(${p.owner} as text) is null or owner = ${p.owner})
  and case cast(${p.match} as text)
    when 'contains' then replace(name_key, ${p.text}, '') <> name_key
    when 'equals' then name_key = ${p.text}
    when 'starts' then substr(name_key, 1, length(${p.text})) = ${p.text}
    else 1 = 1 end`

export const matchingGroups = listWhere<GroupFilter, GroupRow>('groups', groupMatches)
