import { sql } from 'kysely'
import { insertEach } from '../insert-each.ts'
import { eachOf, isEachOf, textsOf } from '../list-parameter.ts'
import { type Engine, statement } from '../statement.ts'
import { through } from '../through-index.ts'

/** What must be known to judge a change; nulls where the thing named does not exist. */
export interface MembershipFacts {
  group_number: number | null
  group_owner: string | null
  member_count: number | null
  user_number: number | null
  user_owner: string | null
  /** Of an addition only: nothing else asks. */
  group_count: number | null
  joined_at: number | null
}

/** The number of a group. */
export const groupNumber = (p: { zone: string; group: string }) =>
  sql`(select number from groups where zone = ${p.zone} and id = ${p.group})`

/** The number of a user. */
export const userNumber = (p: { zone: string; user: string }) => sql`(select number from users where zone = ${p.zone} and id = ${p.user})`

/** Looks up many [group, user, 'add' or 'remove'] of one zone, in order. A user's groups are counted in their index: few, and read anyway. */
export const membershipFacts = statement(
  (_db, p: { zone: string; pairs: readonly (readonly [string, string, string])[] }, engine) => sql<MembershipFacts>`
    select g.number as group_number, g.owner as group_owner, g.member_count as member_count,
      u.number as user_number, u.owner as user_owner, m.joined_at as joined_at,
      case asked.kind when 'add' then (select count(*) from memberships o where o.zone = u.zone and o.user_number = u.number) end as group_count
    from ${eachOf(engine, p.pairs, { group_id: 'text', user_id: 'text', kind: 'text' })} as asked
    left join groups g on g.zone = ${p.zone} and g.id = asked.group_id
    left join users u on u.zone = ${p.zone} and u.id = asked.user_id
    left join memberships m on m.zone = ${p.zone} and m.group_number = g.number and m.user_number = u.number
    ${engine === 'postgres' ? sql`order by asked.position` : sql``}`,
)

/** Rows of [group, user, joined at], by numbers. */
export const insertMemberships = statement((_db, p: { zone: string; rows: readonly (readonly [number, number, number])[] }, engine) =>
  insertEach(engine, 'memberships', { zone: p.zone }, p.rows, { group_number: 'int', user_number: 'int', joined_at: 'int' }),
)

/** Deletes many [group, user] pairs of numbers. */
export const deleteMemberships = statement(
  (_db, p: { zone: string; pairs: readonly (readonly [number, number])[] }, engine) =>
    sql<never>`delete from memberships where zone = ${p.zone} and ${isEachOf(engine, p.pairs, { group_number: 'int', user_number: 'int' })}`,
)

type PageOfGroup = { zone: string; group: string; after: number; limit: number }

/** One page of a group's members in the order of their numbers, behind `after`. */
export const membersOfGroup = statement(
  (_db, p: PageOfGroup) => sql<{ user_number: number; joined_at: number }>`
    select user_number, joined_at from memberships
    where zone = ${p.zone} and group_number = ${groupNumber(p)} and user_number > ${p.after} order by user_number limit ${p.limit}`,
)

/** The same with their ids. */
export const idsOfMembers = statement(
  (_db, p: PageOfGroup) => sql<{ user_number: number; user_id: string; joined_at: number }>`
    select m.user_number, u.id as user_id, m.joined_at from memberships m join users u on u.zone = m.zone and u.number = m.user_number
    where m.zone = ${p.zone} and m.group_number = ${groupNumber(p)} and m.user_number > ${p.after} order by m.user_number limit ${p.limit}`,
)

export interface JoinedGroupRow {
  number: number
  id: string
  name: string
  description: string
  owner: string
  joined_at: number
}

/** One page of the groups that a user is in, in the order of their numbers, behind `after`. */
export const groupsOfUser = statement(
  (_db, p: { zone: string; user: string; after: number; limit: number }, engine) => sql<JoinedGroupRow>`
    select g.number, g.id, g.name, g.description, g.owner, m.joined_at
    from memberships m ${through(engine, 'memberships_by_user')} join groups g on g.zone = m.zone and g.number = m.group_number
    where m.zone = ${p.zone} and m.user_number = ${userNumber(p)} and m.group_number > ${p.after}
    order by m.group_number limit ${p.limit}`,
)

/** In how many groups a user is. */
export const countGroupsOfUser = statement(
  (_db, p: { zone: string; user: string }) =>
    sql<{ groups: number }>`select count(*) as groups from memberships where zone = ${p.zone} and user_number = ${userNumber(p)}`,
)

type Some = { zone: string; users: readonly string[]; groups: readonly string[] }

/** Who of some users is in which of some groups: by the groups of each user, who are few, and not by each pair. */
const pairs = (p: Some, engine: Engine) => {
  // SQLite keeps the order of a cross join, and seeks in the index of users for what is a sum once for each of them.
  const each = engine === 'sqlite' ? sql`cross join` : sql`join`
  return sql`
    users u ${each} memberships m on m.zone = u.zone and m.user_number = u.number
    where u.zone = ${p.zone} and u.id in ${textsOf(engine, p.users)}
      and (m.group_number + 0) in (select g.number from groups g where g.zone = ${p.zone} and g.id in ${textsOf(engine, p.groups)})`
}

/** Which of these users are in at least one of these groups. */
export const usersInGroups = statement((_db, p: Some, engine) => sql<{ id: string }>`select distinct u.id from ${pairs(p, engine)}`)

/** Which of these groups hold at least one of these users. */
export const groupsWithUsers = statement(
  (_db, p: Some, engine) => sql<{ id: string }>`
    select id from groups where zone = ${p.zone} and number in (select m.group_number from ${pairs(p, engine)})`,
)
