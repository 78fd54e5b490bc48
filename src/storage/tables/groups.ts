import { sql } from 'kysely'
import { eachOf, textsOf } from '../list-parameter.ts'
import type { GroupRow } from '../schemas/zones.ts'
import { statement } from '../statement.ts'

type Key = { zone: string; group: string }

const oneUp = sql<number>`version + 1`

export const findGroup = statement((db, p: Key) => db.selectFrom('groups').where('zone', '=', p.zone).where('id', '=', p.group).selectAll())

export const groupWithName = statement((db, p: { zone: string; nameKey: string }) =>
  db.selectFrom('groups').where('zone', '=', p.zone).where('name_key', '=', p.nameKey).select('id'),
)

export const insertGroup = statement((db, p: Omit<GroupRow, 'updated_at' | 'version' | 'members_changed_at' | 'names_version'>) =>
  db.insertInto('groups').values({
    zone: p.zone,
    id: p.id,
    name: p.name,
    name_key: p.name_key,
    description: p.description,
    owner: p.owner,
    member_count: p.member_count,
    created_at: p.created_at,
    updated_at: p.created_at,
    external_id: p.external_id,
    version: 1,
    members_changed_at: 0,
    names_version: 0,
    number: p.number,
  }),
)

export const updateGroup = statement((db, p: Key & { name: string; name_key: string; description: string; at: number }) =>
  db
    .updateTable('groups')
    .set({ name: p.name, name_key: p.name_key, description: p.description, updated_at: p.at, version: oneUp })
    .where('zone', '=', p.zone)
    .where('id', '=', p.group),
)

export const deleteGroup = statement((db, p: Key) => db.deleteFrom('groups').where('zone', '=', p.zone).where('id', '=', p.group))

/** Adds the same to the number of members of many groups, each of which is another than it was since `at`. */
export const countMembersOfGroups = statement((db, p: { zone: string; by: number; groups: readonly string[]; at: number }, engine) =>
  db
    .updateTable('groups')
    .set({ member_count: sql<number>`member_count + ${p.by}`, version: oneUp, members_changed_at: p.at })
    .where('zone', '=', p.zone)
    .where('id', 'in', textsOf(engine, p.groups)),
)

/** When the groups of [id, time] of a zone were last changed. */
export const stampGroups = statement(
  (_db, p: { zone: string; rows: readonly (readonly [string, number])[] }, engine) => sql<never>`
    update groups set updated_at = given.at from ${eachOf(engine, p.rows, { id: 'text', at: 'int' })} as given
    where groups.zone = ${p.zone} and groups.id = given.id`,
)
