import { sql } from 'kysely'
import { insertEach } from '../../insert-each.ts'
import { textsOf } from '../../list-parameter.ts'
import { statement } from '../../statement.ts'

type Key = { zone: string; bridge: string; kind: string; source: string }

export const findLink = statement((db, p: Key) =>
  db
    .selectFrom('bridge_links')
    .where('zone', '=', p.zone)
    .where('bridge', '=', p.bridge)
    .where('kind', '=', p.kind)
    .where('source_id', '=', p.source)
    .select('target_id'),
)

/** For whom a user or group of the zone stands. */
export const linkOfTarget = statement((db, p: { zone: string; target: string }) =>
  db.selectFrom('bridge_links').where('zone', '=', p.zone).where('target_id', '=', p.target).select(['bridge', 'kind', 'source_id']),
)

/** A source has one target: another one takes its place. */
export const putLink = statement((db, p: Key & { target: string }) =>
  db
    .insertInto('bridge_links')
    .values({
      zone: p.zone,
      bridge: p.bridge,
      kind: p.kind,
      source_id: p.source,
      target_id: p.target,
      removed: 0,
      removed_since: 0,
    })
    .onConflict((conflict) =>
      conflict.columns(['zone', 'bridge', 'kind', 'source_id']).doUpdateSet({ target_id: p.target, removed: 0, removed_since: 0 }),
    ),
)

/**
 * Who of some people has a user, or had one that was deleted by other means; null for each who has not. A look-up of its own for each: PostgreSQL, which
 * plans while there are few links, would read all of them for each.
 */
export const linkedAmong = statement(
  (_db, p: { zone: string; bridge: string; people: readonly string[] }, engine) => sql<{ source_id: string | null }>`
    select (
      select source_id from bridge_links l
      where l.zone = ${p.zone} and l.bridge = ${p.bridge} and l.kind = 'person' and l.source_id = asked.value
    ) as source_id
    from ${textsOf(engine, p.people)} as asked`,
)

type NewLinks = { zone: string; bridge: string; rows: readonly (readonly unknown[])[] }

const linkColumns = { source_id: 'text', target_id: 'text', removed: 'int', removed_since: 'int' } as const

/** People who had no user have one from now on. */
export const insertPeopleLinks = statement((_db, p: NewLinks, engine) =>
  insertEach(engine, 'bridge_links', { zone: p.zone, bridge: p.bridge, kind: 'person' }, p.rows, linkColumns),
)

/** Rows for `insertPeopleLinks`, of [person, user]. */
export function peopleLinkRows(links: readonly (readonly [string, string])[]): unknown[][] {
  return links.map(([person, user]) => [person, user, 0, 0])
}

export const deleteLink = statement((db, p: Key) =>
  db
    .deleteFrom('bridge_links')
    .where('zone', '=', p.zone)
    .where('bridge', '=', p.bridge)
    .where('kind', '=', p.kind)
    .where('source_id', '=', p.source),
)

export const deleteLinksOfBridge = statement((db, p: { zone: string; bridge: string }) =>
  db.deleteFrom('bridge_links').where('zone', '=', p.zone).where('bridge', '=', p.bridge),
)

/** Notes how many members a group lost in the window of the guard. */
export const keepRemovals = statement((db, p: Key & { removed: number; since: number }) =>
  db
    .updateTable('bridge_links')
    .set({ removed: p.removed, removed_since: p.since })
    .where('zone', '=', p.zone)
    .where('bridge', '=', p.bridge)
    .where('kind', '=', p.kind)
    .where('source_id', '=', p.source),
)

export const countLinkedPeople = statement((db, p: { zone: string; bridge: string }) =>
  db
    .selectFrom('bridge_links')
    .where('zone', '=', p.zone)
    .where('bridge', '=', p.bridge)
    .where('kind', '=', 'person')
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

/** A user that stands for a person; who was deleted by other means is left out. */
export interface LinkedUserRow {
  source_id: string
  id: string
  name: string
  display_name: string
  email: string
  status: string
  external_id: string
}

const linkedUser = sql`
  select l.source_id, u.id, u.name, u.display_name, u.email, u.status, u.external_id
  from bridge_links l join users u on u.zone = l.zone and u.id = l.target_id`

/** Users of a bridge in the order of the people for whom they stand, behind one. */
export const linkedUsers = statement(
  (_db, p: { zone: string; bridge: string; after: string; limit: number }) => sql<LinkedUserRow>`
    ${linkedUser}
    where l.zone = ${p.zone} and l.bridge = ${p.bridge} and l.kind = 'person' and l.source_id > ${p.after}
    order by l.source_id limit ${p.limit}`,
)

/** Users of a bridge that stand for some people. */
export const linkedUsersOf = statement(
  (_db, p: { zone: string; bridge: string; people: readonly string[] }, engine) => sql<LinkedUserRow>`
    ${linkedUser}
    where l.zone = ${p.zone} and l.bridge = ${p.bridge} and l.kind = 'person' and l.source_id in ${textsOf(engine, p.people)}`,
)

/** A group that stands for a department or group of the company. */
export interface LinkedGroupRow {
  kind: string
  source_id: string
  removed: number
  removed_since: number
  id: string
  name: string
  external_id: string
  member_count: number
}

export const linkedGroups = statement(
  (_db, p: { zone: string; bridge: string }) => sql<LinkedGroupRow>`
    select l.kind, l.source_id, l.removed, l.removed_since, g.id, g.name, g.external_id, g.member_count
    from bridge_links l join groups g on g.zone = l.zone and g.id = l.target_id
    where l.zone = ${p.zone} and l.bridge = ${p.bridge} and l.kind <> 'person'
    order by l.kind, l.source_id`,
)
