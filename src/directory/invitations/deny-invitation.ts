import type { Tx } from '../../storage/store.ts'
import { closeInvitation } from './close-invitation.ts'
import { receivedInvitation, requireOpen } from './find-invitation.ts'

/** The invited account declines. Runs in the organization's stream. Refuses with `invitation_not_found`, `invitation_closed`. */
export async function denyInvitation(tx: Tx, uin: number, id: number): Promise<void> {
  const invitation = await receivedInvitation(tx, uin, id)
  requireOpen(invitation, tx.origin.at)
  await closeInvitation(tx, invitation, 'denied')
}
