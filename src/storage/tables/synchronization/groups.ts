import { sql } from 'kysely'
import { textsOf } from '../../list-parameter.ts'
import type { GroupRow } from '../../schemas/zones.ts'
import { statement } from '../../statement.ts'
import { through } from '../../through-index.ts'
import { userNumber } from '../memberships.ts'

export interface GroupReplacement {
  zone: string
  group: string
  name: string
  name_key: string
  external_id: string
  /** What is added to the number of its members. */
  by: number
  at: number
  /** When somebody last came in or went. */
  membersAt: number
}

/** Sets what a source may say of a group, and counts who came in and who went. */
export const replaceGroup = statement((db, p: GroupReplacement) =>
  db
    .updateTable('groups')
    .set({
      name: p.name,
      name_key: p.name_key,
      external_id: p.external_id,
      member_count: sql<number>`member_count + ${p.by}`,
      updated_at: p.at,
      members_changed_at: p.membersAt,
      version: sql<number>`version + 1`,
    })
    .where('zone', '=', p.zone)
    .where('id', '=', p.group),
)

/** Of every group that one of these users is in. */
export const bumpNamesVersion = statement(
  (_db, p: { zone: string; users: readonly string[] }, engine) => sql<never>`
    update groups ${through(engine, 'groups_by_number')} set names_version = names_version + 1
    where zone = ${p.zone} and number in (
      select m.group_number from memberships m ${through(engine, 'memberships_by_user')}
      where m.zone = ${p.zone} and m.user_number in (
        select number from users where zone = ${p.zone} and id in (select value from ${textsOf(engine, p.users)} as row)))`,
)

/** Frees the names of groups that are given others in the same unit of work. What stands there meanwhile no source may name a group. */
export const setGroupsAside = statement((db, p: { zone: string; groups: readonly string[] }, engine) =>
  db
    .updateTable('groups')
    .set({ name_key: sql<string>`${sql.lit('\u0001')} || id` })
    .where('zone', '=', p.zone)
    .where('id', 'in', textsOf(engine, p.groups)),
)

/** Those with this id at their source, up to a limit, in no order; the empty id finds none. */
export const groupsWithExternalId = statement(
  (_db, p: { zone: string; externalId: string; limit: number }, engine) => sql<GroupRow>`
    select * from groups ${through(engine, 'groups_by_external_id')}
    where zone = ${p.zone} and external_id = ${p.externalId} and external_id <> '' limit ${p.limit}`,
)

/** All groups that a user is in, in no order. */
export const groupsWithMember = statement(
  (_db, p: { zone: string; user: string }, engine) => sql<GroupRow>`
    select g.* from memberships m ${through(engine, 'memberships_by_user')} join groups g on g.zone = m.zone and g.number = m.group_number
    where m.zone = ${p.zone} and m.user_number = ${userNumber(p)}`,
)
