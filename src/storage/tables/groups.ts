import { sql } from 'kysely'
import { textsOf } from '../list-parameter.ts'
import type { GroupRow } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { zone: string; group: string }

const oneUp = sql<number>`version + 1`

export const findGroup = statement((db, p: Key) => db.selectFrom('groups').where('zone', '=', p.zone).where('id', '=', p.group).selectAll())

export const groupWithName = statement((db, p: { zone: string; nameKey: string }) =>
  db.selectFrom('groups').where('zone', '=', p.zone).where('name_key', '=', p.nameKey).select('id'),
)

export const insertGroup = statement((db, p: Omit<GroupRow, 'updated_at' | 'version'>) =>
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

/** Adds the same to the number of members of many groups, each of which is another than it was. */
export const countMembersOfGroups = statement((db, p: { zone: string; by: number; groups: readonly string[] }, engine) =>
  db
    .updateTable('groups')
    .set({ member_count: sql<number>`member_count + ${p.by}`, version: oneUp })
    .where('zone', '=', p.zone)
    .where('id', 'in', textsOf(engine, p.groups)),
)

export interface GroupFilter {
  zone: string
  owner: string | null
  /** Lower case; how it is compared with the folded name. */
  text: string | null
  match: 'contains' | 'equals' | 'starts' | null
}

const matches = (p: GroupFilter) => sql<boolean>`
  zone = ${p.zone}
  and (cast(${p.owner} as text) is null or owner = ${p.owner})
  and case cast(${p.match} as text)
    when 'contains' then replace(name_key, ${p.text}, '') <> name_key
    when 'equals' then name_key = ${p.text}
    when 'starts' then substr(name_key, 1, length(${p.text})) = ${p.text}
    else 1 = 1 end`

export const countMatchingGroups = statement((_db, p: GroupFilter) => ({
  compile: () => sql<{ n: number }>`select count(*) as n from groups where ${matches(p)}`.compile(_db),
}))

export interface GroupPage extends GroupFilter {
  /** The last row of the page before; nulls for the first page. */
  at: number | null
  id: string | null
  limit: number
  offset: number
}

export const groupsOldestFirst = statement((_db, p: GroupPage) => ({
  compile: () =>
    sql<GroupRow>`
      select * from groups where ${matches(p)}
        and (cast(${p.id} as text) is null or (created_at, id) > (cast(${p.at} as bigint), ${p.id}))
      order by created_at, id limit ${p.limit} offset ${p.offset}`.compile(_db),
}))

export const groupsNewestFirst = statement((_db, p: GroupPage) => ({
  compile: () =>
    sql<GroupRow>`
      select * from groups where ${matches(p)}
        and (cast(${p.id} as text) is null or (created_at, id) < (cast(${p.at} as bigint), ${p.id}))
      order by created_at desc, id desc limit ${p.limit} offset ${p.offset}`.compile(_db),
}))
