import type { Tx } from '../../storage/store.ts'
import { closeInvitation } from './close-invitation.ts'
import { requireOpen, sentInvitation } from './find-invitation.ts'

/** The organization takes it back. Runs in the organization's stream. Refuses with `invitation_not_found`, `invitation_closed`. */
export async function cancelInvitation(tx: Tx, organization: number, id: number): Promise<void> {
  const invitation = await sentInvitation(tx, organization, id)
  requireOpen(invitation, tx.origin.at)
  await closeInvitation(tx, invitation, 'cancelled')
}
