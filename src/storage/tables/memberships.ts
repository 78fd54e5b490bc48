import { sql } from 'kysely'
import { insertEach } from '../insert-each.ts'
import { eachOf, isEachOf, textsOf } from '../list-parameter.ts'
import { statement } from '../statement.ts'

/** What must be known to judge a change; nulls where the thing named does not exist. */
export interface MembershipFacts {
  group_owner: string | null
  member_count: number | null
  /** This and the next of an addition only: nothing else asks. */
  user_owner: string | null
  group_count: number | null
  joined_at: number | null
}

const pair = { group_id: 'text', user_id: 'text' } as const

/** Looks up many [group, user, 'add' or 'remove'] of one zone, in order. A user's groups are counted in their index: few, and read anyway. */
export const membershipFacts = statement((_db, p: { zone: string; pairs: readonly (readonly [string, string, string])[] }, engine) => ({
  compile: () =>
    sql<MembershipFacts>`
      select g.owner as group_owner, g.member_count as member_count, u.owner as user_owner, m.joined_at as joined_at,
        case asked.kind when 'add' then
          (select count(*) from memberships o where o.zone = ${p.zone} and o.user_id = asked.user_id) end as group_count
      from ${eachOf(engine, p.pairs, { ...pair, kind: 'text' })} as asked
      left join groups g on g.zone = ${p.zone} and g.id = asked.group_id
      left join users u on asked.kind = 'add' and u.zone = ${p.zone} and u.id = asked.user_id
      left join memberships m on m.zone = ${p.zone} and m.group_id = asked.group_id and m.user_id = asked.user_id
      ${engine === 'postgres' ? sql`order by asked.position` : sql``}`.compile(_db),
}))

/** Rows of [group, user, joined at]. */
export const insertMemberships = statement((_db, p: { zone: string; rows: readonly (readonly [string, string, number])[] }, engine) => ({
  compile: () => insertEach(engine, 'memberships', { zone: p.zone }, p.rows, { ...pair, joined_at: 'int' }).compile(_db),
}))

/** Deletes many [group, user] pairs of one zone. */
export const deleteMemberships = statement((_db, p: { zone: string; pairs: readonly (readonly [string, string])[] }, engine) => ({
  compile: () =>
    sql<never>`
      delete from memberships where zone = ${p.zone} and ${isEachOf(engine, p.pairs, ['group_id', 'user_id'])}`.compile(_db),
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

/** In how many groups a user is. */
export const countGroupsOfUser = statement((db, p: { zone: string; user: string }) =>
  db
    .selectFrom('memberships')
    .where('zone', '=', p.zone)
    .where('user_id', '=', p.user)
    .select(({ fn }) => fn.countAll<number>().as('groups')),
)

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
