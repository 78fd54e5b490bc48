import { sql } from 'kysely'
import { eachOf, numbersOf, textsOf } from '../../list-parameter.ts'
import { type Engine, statement } from '../../statement.ts'
import { through } from '../../through-index.ts'
import { groupNumber, userNumber } from '../memberships.ts'

/** Somebody who is to be in a group: nulls where there is no such user, or he is not in it. */
export interface JoiningRow {
  id: string
  number: number | null
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
  sql`(select m.joined_at from memberships m where m.zone = ${p.zone} and m.group_number = ${groupNumber(p)} and m.user_number = known.number)`

/** Users who are named, each with the number and the owner that he has; nulls for one who is not there. */
const known = (p: Named, engine: Engine) => {
  const of = (column: 'number' | 'owner') => sql`(select u.${sql.ref(column)} from users u where u.zone = ${p.zone} and u.id = asked.value)`
  return sql`
    asked as materialized (select value from ${textsOf(engine, p.users)} as sent),
    known as materialized (select asked.value as id, ${of('number')} as number, ${of('owner')} as owner from asked)`
}

/** What must be known of users who are to be in a group, in no order: it costs what was named, however many are in the group. */
export const joiningUsers = statement(
  (_db, p: Named, engine) => sql<JoiningRow>`
    with ${known(p, engine)}
    select id, number, owner, ${joinedAt(p)} as joined_at,
      case when ${joinedAt(p)} is null then (select count(*) from memberships o where o.zone = ${p.zone} and o.user_number = known.number) end as group_count
    from known`,
)

export interface LeavingRow {
  number: number
  user_id: string
  joined_at: number
}

/** Which of these users are in a group. */
export const membersAmong = statement(
  (_db, p: Named, engine) => sql<LeavingRow>`
    with ${known(p, engine)}, found as materialized (select number, id, ${joinedAt(p)} as joined_at from known)
    select number, id as user_id, joined_at from found where joined_at is not null order by number`,
)

/** Who is in a group and not among these users. */
export const membersBeside = statement(
  (_db, p: Named, engine) => sql<LeavingRow>`
    select u.number, u.id as user_id, m.joined_at from memberships m join users u on u.zone = m.zone and u.number = m.user_number
    where m.zone = ${p.zone} and m.group_number = ${groupNumber(p)} and u.id not in (select value from ${textsOf(engine, p.users)} as asked)
    order by m.user_number`,
)

/** Every membership of a user, in the order of the groups' numbers. */
export const membershipsOfUser = statement(
  (_db, p: { zone: string; user: string }, engine) => sql<{ group_id: string; joined_at: number }>`
    select g.id as group_id, m.joined_at from memberships m ${through(engine, 'memberships_by_user')}
      join groups g on g.zone = m.zone and g.number = m.group_number
    where m.zone = ${p.zone} and m.user_number = ${userNumber(p)} order by m.group_number`,
)

export const deleteMembershipsOfUser = statement(
  (_db, p: { zone: string; user: string }, engine) => sql<never>`
    delete from memberships ${through(engine, 'memberships_by_user')} where zone = ${p.zone} and user_number = ${userNumber(p)}`,
)

/** Rows of [number of a user, joined at] of one group. */
export const insertMembers = statement(
  (_db, p: { zone: string; group: string; rows: readonly (readonly [number, number])[] }, engine) => sql<never>`
    insert into memberships (zone, group_number, user_number, joined_at)
    select cast(${p.zone} as text), ${groupNumber(p)}, given.user_number, given.joined_at
    from ${eachOf(engine, p.rows, { user_number: 'int', joined_at: 'int' })} as given`,
)

/** Deletes the memberships of users with these numbers in one group. */
export const deleteMembers = statement(
  (_db, p: { zone: string; group: string; numbers: readonly number[] }, engine) => sql<never>`
    delete from memberships where zone = ${p.zone} and group_number = ${groupNumber(p)} and user_number in ${numbersOf(engine, p.numbers)}`,
)

/** One page of a group's members in the order of their numbers, behind `after`, with their names. */
export const namedMembers = statement(
  (_db, p: { zone: string; group: string; after: number; limit: number }) => sql<{
    number: number
    id: string
    name: string
    display_name: string
  }>`
    select u.number, u.id, u.name, u.display_name from memberships m join users u on u.zone = m.zone and u.number = m.user_number
    where m.zone = ${p.zone} and m.group_number = ${groupNumber(p)} and m.user_number > ${p.after}
    order by m.user_number limit ${p.limit}`,
)

/** The groups of many users, by user and by the groups' numbers. */
export const namedGroups = statement((_db, p: { zone: string; users: readonly string[] }, engine) => {
  // SQLite keeps the order of a cross join; the zone stands in each row so that PostgreSQL looks up too, and doesn't read the zone.
  const forEach = engine === 'sqlite' ? sql`cross join` : sql`join`
  return sql<{ user_id: string; id: string; name: string }>`
      with asked as materialized (select value, cast(${p.zone} as text) as zone from ${textsOf(engine, p.users)} as sent)
      select u.id as user_id, g.id, g.name from asked
      ${forEach} users u on u.zone = asked.zone and u.id = asked.value
      ${forEach} memberships m on m.zone = u.zone and m.user_number = u.number
      ${forEach} groups g on g.zone = m.zone and g.number = m.group_number
      order by m.user_number, m.group_number`
})
