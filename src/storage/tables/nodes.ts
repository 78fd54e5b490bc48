import type { NodeRow } from '../schema.ts'
import { statement } from '../statement.ts'

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
