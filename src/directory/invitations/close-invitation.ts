import type { Tx } from '../../storage/store.ts'
import { closeInvitation as close } from '../../storage/tables/invitations.ts'
import { organizationStream } from '../events.ts'
import { record } from '../record.ts'
import type { Invitation } from './invitation.ts'

/** What happened to an invitation that is closed so. */
export const closings = { accepted: 'invitation_accepted', denied: 'invitation_denied', cancelled: 'invitation_cancelled' } as const

/** Closes an invitation that is open, in whichever way. */
export async function closeInvitation(tx: Tx, invitation: Invitation, status: keyof typeof closings): Promise<void> {
  const { organization, id, uin } = invitation
  await tx.run(close, { organization, id, status, at: tx.origin.at })
  record(tx, {
    tenant: organizationStream(organization),
    kind: closings[status],
    subject: String(id),
    before: { uin, status: invitation.status },
    after: { uin, status },
  })
}
