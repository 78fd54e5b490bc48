import { sql } from 'kysely'
import { rowsOf, textsOf } from '../list-parameter.ts'
import { statement } from '../statement.ts'

/** What must be known to judge a change; nulls where the thing named does not exist. */
export interface MembershipFacts {
  position: number
  group_owner: string | null
  member_count: number | null
  user_owner: string | null
  group_count: number | null
  joined_at: number | null
}

/** Looks up many [group, user] pairs of one zone at once, in order. */
export const membershipFacts = statement((_db, p: { zone: string; pairs: readonly (readonly [string, string])[] }, engine) => ({
  compile: () =>
    sql<MembershipFacts>`
      select pair.position as position, g.owner as group_owner, g.member_count as member_count,
        u.owner as user_owner, u.group_count as group_count, m.joined_at as joined_at
      from ${rowsOf(engine, p.pairs)} as pair
      left join groups g on g.zone = ${p.zone} and g.id = pair.value ->> 0
      left join users u on u.zone = ${p.zone} and u.id = pair.value ->> 1
      left join memberships m on m.zone = ${p.zone} and m.group_id = pair.value ->> 0 and m.user_id = pair.value ->> 1
      order by pair.position`.compile(_db),
}))

/** Rows of [group, user, joined at]. */
export const insertMemberships = statement((_db, p: { zone: string; rows: readonly (readonly [string, string, number])[] }, engine) => ({
  compile: () =>
    sql<never>`
      insert into memberships (zone, group_id, user_id, joined_at)
      select cast(${p.zone} as text), value ->> 0, value ->> 1, cast(value ->> 2 as bigint) from ${rowsOf(engine, p.rows)} as row`.compile(
      _db,
    ),
}))

/** Deletes many [group, user] pairs of one zone. */
export const deleteMemberships = statement((_db, p: { zone: string; pairs: readonly (readonly [string, string])[] }, engine) => ({
  compile: () =>
    sql<never>`
      delete from memberships where zone = ${p.zone}
        and (group_id, user_id) in (select value ->> 0, value ->> 1 from ${rowsOf(engine, p.pairs)} as row)`.compile(_db),
}))

/** One page of a group's members in the order of their ids, behind `after`. */
export const membersOfGroup = statement((db, p: { zone: string; group: string; after: string; limit: number }) =>
  db
    .selectFrom('memberships')
    .where('zone', '=', p.zone)
    .where('group_id', '=', p.group)
    .where('user_id', '>', p.after)
    .orderBy('user_id')
    .limit(p.limit)
    .select(['user_id', 'joined_at']),
)

export interface JoinedGroupRow {
  id: string
  name: string
  description: string
  owner: string
  joined_at: number
}

/** One page of the groups that a user is in, in the order of their ids, behind `after`. */
export const groupsOfUser = statement((_db, p: { zone: string; user: string; after: string; limit: number }) => ({
  compile: () =>
    sql<JoinedGroupRow>`
      select g.id, g.name, g.description, g.owner, m.joined_at
      from memberships m join groups g on g.zone = m.zone and g.id = m.group_id
      where m.zone = ${p.zone} and m.user_id = ${p.user} and m.group_id > ${p.after}
      order by m.group_id limit ${p.limit}`.compile(_db),
}))

/** Which of these users are in at least one of these groups. */
export const usersInGroups = statement((_db, p: { zone: string; users: readonly string[]; groups: readonly string[] }, engine) => ({
  compile: () =>
    sql<{ id: string }>`
      select distinct m.user_id as id from memberships m
      where m.zone = ${p.zone}
        and m.group_id in (select value from ${textsOf(engine, p.groups)} as row)
        and m.user_id in (select value from ${textsOf(engine, p.users)} as row)`.compile(_db),
}))

/** Which of these groups hold at least one of these users. */
export const groupsWithUsers = statement((_db, p: { zone: string; users: readonly string[]; groups: readonly string[] }, engine) => ({
  compile: () =>
    sql<{ id: string }>`
      select distinct m.group_id as id from memberships m
      where m.zone = ${p.zone}
        and m.group_id in (select value from ${textsOf(engine, p.groups)} as row)
        and m.user_id in (select value from ${textsOf(engine, p.users)} as row)`.compile(_db),
}))
