import { sql } from 'kysely'
import { invariant, memberOf } from './invariant.ts'

const counted = invariant(
  'groups',
  'each counts as many members as it has',
  () => sql`
    select 'group ' || id || ' of zone ' || zone || ' counts ' || member_count || ' members and has ' || members as broken
    from (select g.zone, g.id, g.member_count,
      (select count(*) from memberships m where m.zone = g.zone and m.group_number = g.number) as members from groups g) as counted
    where member_count <> members`,
)

const complete = invariant(
  'memberships',
  'each has its group and its user',
  () => sql`
    select 'zone ' || m.zone || ' has a membership of ' || coalesce('user ' || u.id, 'no user (number ' || m.user_number || ')')
      || ' in ' || coalesce('group ' || g.id, 'no group (number ' || m.group_number || ')') as broken
    from memberships m
    left join groups g on g.zone = m.zone and g.number = m.group_number
    left join users u on u.zone = m.zone and u.number = m.user_number
    where g.id is null or u.id is null`,
)

/** By pair, what the events say came to be of it against its row; and by zone, how many there are, so that no row is without its event. */
const recorded = invariant(
  'memberships and events',
  'the history ends in what is there',
  (engine) => sql`
    select 'zone ' || told.zone || ': by the events user ' || coalesce(told.user_id, '?') || ' is '
      || case when told.balance > 0 then 'in' else 'not in' end || ' group ' || told.group_id || ', by the rows '
      || case when m.zone is null then 'not' else 'it is' end as broken
    from (
      select zone, group_id, user_id, sum(change) as balance
      from (select e.tenant as zone, e.subject as group_id,
          case e.kind when 'member_added' then ${memberOf(engine, 'e.after', 'user')} else ${memberOf(engine, 'e.before', 'user')} end as user_id,
          case e.kind when 'member_added' then 1 else -1 end as change
        from zones z join events e on e.tenant = z.id and e.kind in ('member_added', 'member_removed')) as changes
      group by zone, group_id, user_id) as told
    left join groups g on g.zone = told.zone and g.id = told.group_id
    left join users u on u.zone = told.zone and u.id = told.user_id
    left join memberships m on m.zone = told.zone and m.group_number = g.number and m.user_number = u.number
    where told.balance <> case when m.zone is null then 0 else 1 end
    union all
    select 'zone ' || id || ' has ' || members || ' memberships, and by the events ' || told
    from (select z.id, (select count(*) from memberships m where m.zone = z.id) as members,
        (select coalesce(sum(case e.kind when 'member_added' then 1 else -1 end), 0) from events e
          where e.tenant = z.id and e.kind in ('member_added', 'member_removed')) as told
      from zones z) as balanced
    where members <> told`,
)

const zones = invariant(
  'zones',
  'each counts as many users and groups as it has, and is found by its name',
  () => sql`
    select 'zone ' || id || ' counts ' || user_count || ' users and ' || group_count || ' groups, and has ' || users || ' and ' || groups as broken
    from (select z.id, z.user_count, z.group_count, (select count(*) from users u where u.zone = z.id) as users,
      (select count(*) from groups g where g.zone = z.id) as groups from zones z) as counted
    where user_count <> users or group_count <> groups
    union all
    select 'the name of zone ' || z.id || ' does not lead to it' from zones z left join zone_names n on n.name = z.name
    where n.zone is null or n.zone <> z.id`,
)

const numbers = invariant(
  'numbers of users and groups',
  'none is above what its zone has given',
  () => sql`
    select 'zone ' || z.id || ' has given ' || z.users_made || ' numbers, and user ' || u.id || ' has number ' || u.number as broken
    from zones z join users u on u.zone = z.id and u.number > z.users_made
    union all
    select 'zone ' || z.id || ' has given ' || z.groups_made || ' numbers, and group ' || g.id || ' has number ' || g.number
    from zones z join groups g on g.zone = z.id and g.number > z.groups_made`,
)

const listed = invariant(
  'addresses that users are found by',
  'each leads to a user',
  () => sql`
    select 'zone ' || l.zone || ' finds no user ' || l.user_id || ' by an address of his' as broken
    from listed_values l left join users u on u.zone = l.zone and u.id = l.user_id where u.id is null`,
)

export const ofZones = [counted, complete, recorded, zones, numbers, listed]
