import type { Reader } from '../../storage/store.ts'
import { findInvitation } from '../../storage/tables/invitations.ts'
import type { Caller } from '../accounts/caller.ts'
import { organizationManagedBy } from '../organizations/managed-organization.ts'
import { Refused } from '../refusals.ts'
import { type Invitation, invitationFrom, standingOf } from './invitation.ts'

async function found(reader: Reader, id: number, isTheirs: (invitation: Invitation) => boolean): Promise<Invitation> {
  const row = await reader.first(findInvitation, { id })
  const invitation = row && invitationFrom(row)
  if (!invitation || !isTheirs(invitation)) throw new Refused({ fact: 'invitation_not_found', id })
  return invitation
}

/** An invitation as the account sees it that it was sent to. Refuses with `invitation_not_found`. */
export function receivedInvitation(reader: Reader, uin: number, id: number): Promise<Invitation> {
  return found(reader, id, (invitation) => invitation.uin === uin)
}

/** The organization as which the caller may have sent an invitation: only a manager sends any. Refuses with `invitation_not_found`. */
export function senderOf(caller: Caller, id: number): number {
  const managed = organizationManagedBy(caller)
  if (!managed) throw new Refused({ fact: 'invitation_not_found', id })
  return managed.id
}

/** An invitation as the organization sees it that sent it. Refuses with `invitation_not_found`. */
export function sentInvitation(reader: Reader, organization: number, id: number): Promise<Invitation> {
  return found(reader, id, (invitation) => invitation.organization === organization)
}

/** Refuses with `invitation_closed`. */
export function requireOpen(invitation: Invitation, now: number): void {
  const standing = standingOf(invitation, now)
  if (standing !== 'open') throw new Refused({ fact: 'invitation_closed', id: invitation.id, standing })
}
