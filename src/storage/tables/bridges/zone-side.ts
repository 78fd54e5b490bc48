import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

/** Who has a name or address that a bridge wants for somebody, and for whom he stands already. */
export interface HolderRow {
  id: string
  name: string
  display_name: string
  email: string
  status: string
  external_id: string
  owner: string
  bridge: string | null
}

const holder = sql`select u.id, u.name, u.display_name, u.email, u.status, u.external_id, u.owner, l.bridge`
const links = sql`left join bridge_links l on l.zone = u.zone and l.target_id = u.id and l.kind = 'person'`

// The list comes first in each of these, and is looked up one by one: SQLite keeps to the order of a cross join.

export const usersNamed = statement(
  (_db, p: { zone: string; nameKeys: readonly string[] }, engine) => sql<HolderRow>`
    ${holder} from ${textsOf(engine, p.nameKeys)} as asked cross join users u ${links}
    where u.zone = ${p.zone} and u.name_key = asked.value order by u.id`,
)

export const usersWithAddress = statement(
  (_db, p: { zone: string; emailKeys: readonly string[] }, engine) => sql<HolderRow>`
    ${holder} from ${textsOf(engine, p.emailKeys)} as asked cross join users u ${links}
    where u.zone = ${p.zone} and u.email_key = asked.value order by u.id`,
)

export interface GroupHolderRow {
  id: string
  name: string
  external_id: string
  owner: string
  member_count: number
  bridge: string | null
}

export const groupsNamed = statement(
  (_db, p: { zone: string; nameKeys: readonly string[] }, engine) => sql<GroupHolderRow>`
    select g.id, g.name, g.external_id, g.owner, g.member_count, l.bridge
    from ${textsOf(engine, p.nameKeys)} as asked cross join groups g
    left join bridge_links l on l.zone = g.zone and l.target_id = g.id and l.kind <> 'person'
    where g.zone = ${p.zone} and g.name_key = asked.value order by g.id`,
)

/** Who of some users is in which of some groups, by the groups of each user: few, where a group has many. */
export const membershipsAmong = statement((_db, p: { zone: string; groups: readonly string[]; users: readonly string[] }, engine) => {
  // SQLite keeps the order of a cross join.
  const forEach = engine === 'sqlite' ? sql`cross join` : sql`join`
  return sql<{ group_id: string; user_id: string }>`
      select g.id as group_id, u.id as user_id from users u
      ${forEach} memberships m on m.zone = u.zone and m.user_number = u.number
      ${forEach} groups g on g.zone = m.zone and g.number = m.group_number
      where u.zone = ${p.zone} and u.id in ${textsOf(engine, p.users)}
        and (g.id || '') in (select value from ${textsOf(engine, p.groups)} as row)`
})
