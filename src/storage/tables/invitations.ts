import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { InvitationRow } from '../schemas/organizations.ts'
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

/** Those of an organization that wait for an answer at a moment. */
const open = (db: Kysely<Schema>, p: Moment) =>
  db.selectFrom('invitations').where('organization', '=', p.organization).where('status', '=', 'open').where('expires_at', '>', p.at)

/** The one to an account. */
export const openInvitationTo = statement((db, p: Moment & { uin: number }) => open(db, p).where('uin', '=', p.uin).selectAll())

/** Whom an organization invited under a name. */
export const openInvitationNamed = statement((db, p: Moment & { name: string }) =>
  open(db, p).where('name', '=', p.name).select(['id', 'uin']),
)

export const countOpenInvitations = statement((db, p: Moment) => open(db, p).select(({ fn }) => fn.countAll<number>().as('n')))

interface Span {
  limit: number
  offset: number
}

/** A page, newest first, with who sent each. */
const listed = (db: Kysely<Schema>, p: Span) =>
  db
    .selectFrom('invitations')
    .innerJoin('organizations', 'organizations.id', 'invitations.organization')
    .innerJoin('accounts', 'accounts.uin', 'organizations.manager_uin')
    .orderBy('invitations.created_at', 'desc')
    .orderBy('invitations.id', 'desc')
    .limit(p.limit)
    .offset(p.offset)
    .selectAll('invitations')
    .select(['organizations.manager_uin', 'accounts.name as manager_name'])

export const invitationsOfOrganization = statement((db, p: Span & { organization: number }) =>
  listed(db, p).where('invitations.organization', '=', p.organization),
)

export const countInvitationsOfOrganization = statement((db, p: { organization: number }) =>
  db
    .selectFrom('invitations')
    .where('organization', '=', p.organization)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)

/** Those sent to an account since a moment. */
export const invitationsToAccount = statement((db, p: Span & { uin: number; since: number }) =>
  listed(db, p).where('invitations.uin', '=', p.uin).where('invitations.created_at', '>=', p.since),
)

export const countInvitationsToAccount = statement((db, p: { uin: number; since: number }) =>
  db
    .selectFrom('invitations')
    .where('uin', '=', p.uin)
    .where('created_at', '>=', p.since)
    .select(({ fn }) => fn.countAll<number>().as('n')),
)
