import type { MemberRow } from '../schemas/organizations.ts'
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
    asked_payer: p.asked_payer,
    tags: p.tags,
    joined_at: p.joined_at,
    updated_at: p.updated_at,
  }),
)

export const findMember = statement((db, p: { organization: number; uin: number }) =>
  db.selectFrom('members').where('organization', '=', p.organization).where('uin', '=', p.uin).selectAll(),
)

export const memberWithName = statement((db, p: { organization: number; name: string }) =>
  db.selectFrom('members').where('organization', '=', p.organization).where('name', '=', p.name).select('uin'),
)

/** What the organization can change of a member; its node and when it joined stay. */
export const updateMember = statement((db, p: Omit<MemberRow, 'node' | 'kind' | 'joined_at'>) =>
  db
    .updateTable('members')
    .set({
      name: p.name,
      may_quit: p.may_quit,
      remark: p.remark,
      permissions: p.permissions,
      asked_permissions: p.asked_permissions,
      payer: p.payer,
      asked_payer: p.asked_payer,
      tags: p.tags,
      updated_at: p.updated_at,
    })
    .where('organization', '=', p.organization)
    .where('uin', '=', p.uin),
)

/** Sets everything of a member: for what was elsewhere already. */
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

export const countMembers = statement((db, p: { organization: number }) =>
  db
    .selectFrom('members')
    .where('organization', '=', p.organization)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

/** Any member but this one. */
export const otherMember = statement((db, p: { organization: number; uin: number }) =>
  db.selectFrom('members').where('organization', '=', p.organization).where('uin', '<>', p.uin).limit(1).select('uin'),
)
