import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'
import { through } from '../../through-index.ts'

/** Somebody who is to be in a group: nulls where there is no such user, or he is not in it. */
export interface JoiningRow {
  id: string
  owner: string | null
  joined_at: number | null
  /** In how many groups he is; of those who are not in this one. */
  group_count: number | null
}

type Named = { zone: string; group: string; users: readonly string[] }

/**
 * When somebody who is asked for came into the group; null when he is not in it. A look-up of its own for each, since an engine that doesn't know how
 * large the group is would read all of it, once or for each.
 */
const joinedAt = (p: Named) =>
  sql`(select m.joined_at from memberships m where m.zone = ${p.zone} and m.group_id = ${p.group} and m.user_id = asked.value)`

/** What must be known of users who are to be in a group, in no order: it costs what was named, however many are in the group. */
export const joiningUsers = statement((_db, p: Named, engine) => ({
  compile: () =>
    sql<JoiningRow>`
      with asked as materialized (select value from ${textsOf(engine, p.users)} as sent)
      select asked.value as id,
        (select u.owner from users u where u.zone = ${p.zone} and u.id = asked.value) as owner,
        ${joinedAt(p)} as joined_at,
        case when ${joinedAt(p)} is null then
          (select count(*) from memberships o where o.zone = ${p.zone} and o.user_id = asked.value) end as group_count
      from asked`.compile(_db),
}))

export interface LeavingRow {
  user_id: string
  joined_at: number
}

/** Which of these users are in a group. */
export const membersAmong = statement((_db, p: Named, engine) => ({
  compile: () =>
    sql<LeavingRow>`
      with asked as materialized (select value from ${textsOf(engine, p.users)} as sent),
        found as materialized (select asked.value as user_id, ${joinedAt(p)} as joined_at from asked)
      select user_id, joined_at from found where joined_at is not null order by user_id`.compile(_db),
}))

/** Who is in a group and not among these users. */
export const membersBeside = statement((_db, p: Named, engine) => ({
  compile: () =>
    sql<LeavingRow>`
      select m.user_id, m.joined_at from memberships m
      where m.zone = ${p.zone} and m.group_id = ${p.group}
        and m.user_id not in (select value from ${textsOf(engine, p.users)} as asked)
      order by m.user_id`.compile(_db),
}))

/** Every membership of a user, in the order of the groups' ids. */
export const membershipsOfUser = statement((_db, p: { zone: string; user: string }, engine) => ({
  compile: () =>
    sql<{ group_id: string; joined_at: number }>`
      select group_id, joined_at from memberships ${through(engine, 'memberships_by_user')}
      where zone = ${p.zone} and user_id = ${p.user} order by group_id`.compile(_db),
}))

export const deleteMembershipsOfUser = statement((_db, p: { zone: string; user: string }, engine) => ({
  compile: () =>
    sql<never>`
      delete from memberships ${through(engine, 'memberships_by_user')} where zone = ${p.zone} and user_id = ${p.user}`.compile(_db),
}))

export const deleteMembershipsOfGroup = statement((db, p: { zone: string; group: string }) =>
  db.deleteFrom('memberships').where('zone', '=', p.zone).where('group_id', '=', p.group),
)

/** One page of a group's members in the order of their ids, behind `after`, with their names. */
export const namedMembers = statement((_db, p: { zone: string; group: string; after: string; limit: number }) => ({
  compile: () =>
    sql<{ id: string; name: string; display_name: string }>`
      select u.id, u.name, u.display_name from memberships m join users u on u.zone = m.zone and u.id = m.user_id
      where m.zone = ${p.zone} and m.group_id = ${p.group} and m.user_id > ${p.after}
      order by m.user_id limit ${p.limit}`.compile(_db),
}))

/** The groups of many users, by user and by the groups' ids. */
export const namedGroups = statement((_db, p: { zone: string; users: readonly string[] }, engine) => {
  // SQLite keeps the order of a cross join; the zone stands in each row so that PostgreSQL looks up too, and doesn't read the zone.
  const forEach = engine === 'sqlite' ? sql`cross join` : sql`join`
  return {
    compile: () =>
      sql<{ user_id: string; id: string; name: string }>`
        with asked as materialized (select value, cast(${p.zone} as text) as zone from ${textsOf(engine, p.users)} as sent)
        select m.user_id, g.id, g.name from asked
        ${forEach} memberships m on m.zone = asked.zone and m.user_id = asked.value
        ${forEach} groups g on g.zone = m.zone and g.id = m.group_id
        order by m.user_id, m.group_id`.compile(_db),
  }
})
