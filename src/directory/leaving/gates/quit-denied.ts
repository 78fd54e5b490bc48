import { withoutPayer } from '../../members/permissions.ts'
import type { Gate } from '../gate.ts'

/** The organization may deny a member to leave by itself. Of its manager and of accounts that it created other gates tell. */
export const quitDeniedGate: Gate = ({ uin, kind, mayQuit, payer, permissions, asked, organization }) => {
  if (mayQuit !== 'denied' || kind !== 'invited' || uin === organization.managerUin) return undefined
  // It is allowed to quit with other permissions, or not at all while it is asked to be paid for.
  const waits = asked !== undefined && (payer !== null || asked.payer !== null)
  return { fact: 'quit_denied', uin, organization: organization.id, payer, otherPermissions: withoutPayer(permissions), asked: waits }
}
