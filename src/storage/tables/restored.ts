import { sql } from 'kysely'
import { eachOf } from '../list-parameter.ts'
import type { MemberRow, NodeRow } from '../schema.ts'
import { statement } from '../statement.ts'

/** Sets everything of a node but its place. */
export const restoreNode = statement((db, p: Omit<NodeRow, 'parent'>) =>
  db
    .updateTable('nodes')
    .set({ name: p.name, remark: p.remark, tags: p.tags, created_at: p.created_at, updated_at: p.updated_at })
    .where('organization', '=', p.organization)
    .where('id', '=', p.id),
)

/** Sets everything of a member. */
export const restoreMember = statement((db, p: MemberRow) =>
  db
    .updateTable('members')
    .set({
      node: p.node,
      name: p.name,
      kind: p.kind,
      may_quit: p.may_quit,
      remark: p.remark,
      permissions: p.permissions,
      asked_permissions: p.asked_permissions,
      payer: p.payer,
      asked_payer: p.asked_payer,
      tags: p.tags,
      joined_at: p.joined_at,
      updated_at: p.updated_at,
    })
    .where('organization', '=', p.organization)
    .where('uin', '=', p.uin),
)

/** When the groups of [id, time] of a zone were last changed. */
export const stampGroups = statement((_db, p: { zone: string; rows: readonly (readonly [string, number])[] }, engine) => ({
  compile: () =>
    sql<never>`
      update groups set updated_at = given.at from ${eachOf(engine, p.rows, { id: 'text', at: 'int' })} as given
      where groups.zone = ${p.zone} and groups.id = given.id`.compile(_db),
}))

/** When a zone was last changed. */
export const stampZone = statement((db, p: { zone: string; at: number }) =>
  db.updateTable('zones').set({ updated_at: p.at }).where('id', '=', p.zone),
)
