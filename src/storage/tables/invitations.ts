import type { InvitationRow } from '../schema.ts'
import { statement } from '../statement.ts'

/** Changes nothing when the number is taken. */
export const insertInvitation = statement((db, p: InvitationRow) =>
  db
    .insertInto('invitations')
    .values({
      organization: p.organization,
      id: p.id,
      uin: p.uin,
      node: p.node,
      name: p.name,
      remark: p.remark,
      permissions: p.permissions,
      payer: p.payer,
      may_quit: p.may_quit,
      tags: p.tags,
      status: p.status,
      created_at: p.created_at,
      expires_at: p.expires_at,
      updated_at: p.updated_at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
)

/** Numbers are unique over all organizations. */
export const findInvitation = statement((db, p: { id: number }) => db.selectFrom('invitations').where('id', '=', p.id).selectAll())

export const closeInvitation = statement((db, p: { organization: number; id: number; status: string; at: number }) =>
  db
    .updateTable('invitations')
    .set({ status: p.status, updated_at: p.at })
    .where('organization', '=', p.organization)
    .where('id', '=', p.id)
    .where('status', '=', 'open'),
)

interface Moment {
  organization: number
  at: number
}

/** The one of an organization to an account that waits for an answer at a moment. */
export const openInvitationTo = statement((db, p: Moment & { uin: number }) =>
  db
    .selectFrom('invitations')
    .where('uin', '=', p.uin)
    .where('organization', '=', p.organization)
    .where('status', '=', 'open')
    .where('expires_at', '>', p.at)
    .selectAll(),
)

/** Whom an organization invited under a name, while that waits for an answer. */
export const openInvitationNamed = statement((db, p: Moment & { name: string }) =>
  db
    .selectFrom('invitations')
    .where('organization', '=', p.organization)
    .where('status', '=', 'open')
    .where('expires_at', '>', p.at)
    .where('name', '=', p.name)
    .select(['id', 'uin']),
)

export const countOpenInvitations = statement((db, p: Moment) =>
  db
    .selectFrom('invitations')
    .where('organization', '=', p.organization)
    .where('status', '=', 'open')
    .where('expires_at', '>', p.at)
    .select(({ fn }) => fn.countAll<number>().as('invitations')),
)

/** Newest first. */
export const invitationsOfOrganization = statement((db, p: { organization: number; limit: number; offset: number }) =>
  db
    .selectFrom('invitations')
    .innerJoin('organizations', 'organizations.id', 'invitations.organization')
    .innerJoin('accounts', 'accounts.uin', 'organizations.manager_uin')
    .where('invitations.organization', '=', p.organization)
    .orderBy('invitations.created_at', 'desc')
    .orderBy('invitations.id', 'desc')
    .limit(p.limit)
    .offset(p.offset)
    .selectAll('invitations')
    .select(['organizations.manager_uin', 'accounts.name as manager_name']),
)

export const countInvitationsOfOrganization = statement((db, p: { organization: number }) =>
  db
    .selectFrom('invitations')
    .where('organization', '=', p.organization)
    .select(({ fn }) => fn.countAll<number>().as('invitations')),
)

/** Those sent to an account since a moment, newest first. */
export const invitationsToAccount = statement((db, p: { uin: number; since: number; limit: number; offset: number }) =>
  db
    .selectFrom('invitations')
    .innerJoin('organizations', 'organizations.id', 'invitations.organization')
    .innerJoin('accounts', 'accounts.uin', 'organizations.manager_uin')
    .where('invitations.uin', '=', p.uin)
    .where('invitations.created_at', '>=', p.since)
    .orderBy('invitations.created_at', 'desc')
    .orderBy('invitations.id', 'desc')
    .limit(p.limit)
    .offset(p.offset)
    .selectAll('invitations')
    .select(['organizations.manager_uin', 'accounts.name as manager_name']),
)

export const countInvitationsToAccount = statement((db, p: { uin: number; since: number }) =>
  db
    .selectFrom('invitations')
    .where('uin', '=', p.uin)
    .where('created_at', '>=', p.since)
    .select(({ fn }) => fn.countAll<number>().as('invitations')),
)
