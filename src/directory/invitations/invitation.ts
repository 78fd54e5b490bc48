import type { InvitationRow } from '../../storage/schemas/organizations.ts'
import type { Tag } from '../members/member.ts'

/** An account is asked to join an organization; with it come the place and the terms that it will have as a member. */
export interface Invitation {
  readonly organization: number
  readonly id: number
  /** Who is invited. */
  readonly uin: number
  readonly node: number
  readonly name: string
  readonly remark: string
  readonly permissions: readonly number[]
  readonly payer: number | null
  readonly mayQuit: 'allowed' | 'denied'
  readonly tags: readonly Tag[]
  readonly status: 'open' | 'accepted' | 'denied' | 'cancelled'
  readonly createdAt: number
  readonly expiresAt: number
  readonly updatedAt: number
}

/** How it stands at a moment: nobody closes one that was left without an answer. */
export type Standing = Invitation['status'] | 'expired'

/** How long one waits for an answer. Source: 1031, invitations are valid for 15 days. */
export const invitationLife = 15 * 24 * 3_600_000

export function standingOf({ status, expiresAt }: Pick<Invitation, 'status' | 'expiresAt'>, now: number): Standing {
  return status === 'open' && expiresAt <= now ? 'expired' : status
}

/** Since when an invitee sees what it was sent. Source: 1031, the last three months. Where that month has no such day, its last one stands for it. */
export function shownSince(now: number): number {
  const then = new Date(now)
  const day = then.getUTCDate()
  then.setUTCMonth(then.getUTCMonth() - 3)
  return then.getUTCDate() === day ? then.getTime() : then.setUTCDate(0)
}

export function invitationFrom(row: InvitationRow): Invitation {
  return {
    organization: row.organization,
    id: row.id,
    uin: row.uin,
    node: row.node,
    name: row.name,
    remark: row.remark,
    permissions: JSON.parse(row.permissions) as number[],
    payer: row.payer,
    mayQuit: row.may_quit as Invitation['mayQuit'],
    tags: JSON.parse(row.tags) as Tag[],
    status: row.status as Invitation['status'],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    updatedAt: row.updated_at,
  }
}

export function invitationRow(invitation: Invitation): InvitationRow {
  return {
    organization: invitation.organization,
    id: invitation.id,
    uin: invitation.uin,
    node: invitation.node,
    name: invitation.name,
    remark: invitation.remark,
    permissions: JSON.stringify(invitation.permissions),
    payer: invitation.payer,
    may_quit: invitation.mayQuit,
    tags: JSON.stringify(invitation.tags),
    status: invitation.status,
    created_at: invitation.createdAt,
    expires_at: invitation.expiresAt,
    updated_at: invitation.updatedAt,
  }
}
