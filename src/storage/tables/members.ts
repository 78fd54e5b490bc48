import type { MemberRow } from '../schema.ts'
import { statement } from '../statement.ts'

export const insertMember = statement((db, p: MemberRow) =>
  db.insertInto('members').values({
    organization: p.organization,
    uin: p.uin,
    node: p.node,
    name: p.name,
    kind: p.kind,
    may_quit: p.may_quit,
    remark: p.remark,
    permissions: p.permissions,
    asked_permissions: p.asked_permissions,
    payer: p.payer,
    may_rename: p.may_rename,
    tags: p.tags,
    joined_at: p.joined_at,
    updated_at: p.updated_at,
  }),
)

export const findMember = statement((db, p: { organization: number; uin: number }) =>
  db.selectFrom('members').where('organization', '=', p.organization).where('uin', '=', p.uin).selectAll(),
)
