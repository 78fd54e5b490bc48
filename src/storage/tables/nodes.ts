import { sql } from 'kysely'
import { numbersOf, rowsOf } from '../list-parameter.ts'
import type { NodeRow } from '../schemas/organizations.ts'
import { type Engine, statement } from '../statement.ts'

export const insertNode = statement((db, p: NodeRow) =>
  db.insertInto('nodes').values({
    organization: p.organization,
    id: p.id,
    parent: p.parent,
    name: p.name,
    remark: p.remark,
    tags: p.tags,
    created_at: p.created_at,
    updated_at: p.updated_at,
  }),
)

export const findNode = statement((db, p: { organization: number; node: number }) =>
  db.selectFrom('nodes').where('organization', '=', p.organization).where('id', '=', p.node).selectAll(),
)

/** A node with this number in whatever organization. */
export const nodeAnywhere = statement((db, p: { node: number }) =>
  db.selectFrom('nodes').where('id', '=', p.node).select('organization').limit(1),
)

export const nodeWithName = statement((db, p: { organization: number; name: string }) =>
  db.selectFrom('nodes').where('organization', '=', p.organization).where('name', '=', p.name).select('id'),
)

export const updateNode = statement((db, p: Pick<NodeRow, 'organization' | 'id' | 'parent' | 'name' | 'remark' | 'updated_at'>) =>
  db
    .updateTable('nodes')
    .set({ parent: p.parent, name: p.name, remark: p.remark, updated_at: p.updated_at })
    .where('organization', '=', p.organization)
    .where('id', '=', p.id),
)

/** Sets everything of a node but its place: for what was elsewhere already. */
export const restoreNode = statement((db, p: Omit<NodeRow, 'parent'>) =>
  db
    .updateTable('nodes')
    .set({ name: p.name, remark: p.remark, tags: p.tags, created_at: p.created_at, updated_at: p.updated_at })
    .where('organization', '=', p.organization)
    .where('id', '=', p.id),
)

export const deleteNodes = statement((db, p: { organization: number; nodes: readonly number[] }, engine) =>
  db.deleteFrom('nodes').where('organization', '=', p.organization).where('id', 'in', numbersOf(engine, p.nodes)),
)

export const countNodes = statement((db, p: { organization: number }) =>
  db
    .selectFrom('nodes')
    .where('organization', '=', p.organization)
    .select((of) => of.fn.countAll<number>().as('n')),
)

/**
 * A page by age; of the same age, the root first. The rows before it are passed over in the index, and only its own are read, by their keys: the
 * plus keeps SQLite from walking the whole tree in order instead.
 */
export const nodesOldestFirst = statement((_db, p: { organization: number; limit: number; offset: number }, engine) => {
  const page = sql`
    (select id from nodes where organization = ${p.organization} order by created_at, parent, id limit ${p.limit} offset ${p.offset})`
  const listed = engine === 'sqlite' ? sql`in ${page}` : sql`= any(array${page})`
  return sql<NodeRow>`
      select * from nodes where organization = ${p.organization} and id ${listed} order by +created_at, parent, id`
})

/** Every node of an organization by age, with how many members lie in it itself. */
export const nodesWithMembers = statement(
  (_db, p: { organization: number }) => sql<NodeRow & { members: number }>`
    select nodes.*, coalesce(held.members, 0) as members from nodes
      left join (select node, count(*) as members from members where organization = ${p.organization} group by node) held
        on held.node = nodes.id
    where nodes.organization = ${p.organization}
    order by nodes.created_at, nodes.parent, nodes.id`,
)

/** The named nodes that an organization has, with what lies directly in each. */
export const nodesWithContent = statement(
  (_db, p: { organization: number; nodes: readonly number[] }, engine) => sql<NodeRow & { children: number; members: number }>`
    select nodes.*,
      (select count(*) from nodes child where child.organization = nodes.organization and child.parent = nodes.id) as children,
      (select count(*) from members where members.organization = nodes.organization and members.node = nodes.id) as members
    from nodes where nodes.organization = ${p.organization} and nodes.id in ${numbersOf(engine, p.nodes)}`,
)

export interface TagSearch {
  organization: number
  /** `[key, value]`; an empty value stands for any. */
  tags: readonly (readonly [string, string])[]
}

/** Nodes that have every searched key, with one of the values that are given for it. */
const tagged = (p: TagSearch, engine: Engine) => {
  const own = engine === 'sqlite' ? sql`json_each(nodes.tags)` : sql`jsonb_array_elements(nodes.tags::jsonb)`
  return sql<boolean>`
    nodes.organization = ${p.organization} and nodes.tags <> '[]' and not exists (
    select 1 from ${rowsOf(engine, p.tags)} wanted where not exists (
      select 1 from ${own} tag join ${rowsOf(engine, p.tags)} choice on choice.value ->> 0 = tag.value ->> 'key'
      where tag.value ->> 'key' = wanted.value ->> 0 and choice.value ->> 1 in ('', tag.value ->> 'value')))`
}

export const countTaggedNodes = statement(
  (_db, p: TagSearch, engine) => sql<{ n: number }>`select count(*) as n from nodes where ${tagged(p, engine)}`,
)

export const taggedNodes = statement(
  (_db, p: TagSearch & { limit: number; offset: number }, engine) => sql<NodeRow>`
    select * from nodes where ${tagged(p, engine)} order by created_at, parent, id limit ${p.limit} offset ${p.offset}`,
)
