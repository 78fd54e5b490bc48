import { withoutPayer } from '../../members/permissions.ts'
import type { Gate } from '../gate.ts'

/** The organization may deny a member to leave by itself. Of its manager and of accounts that it created other gates tell. */
export const quitDeniedGate: Gate = ({ uin, kind, mayQuit, payer, permissions, organization }) =>
  mayQuit === 'denied' && kind === 'invited' && uin !== organization.managerUin
    ? { fact: 'quit_denied', uin, payer, otherPermissions: withoutPayer(permissions) }
    : undefined
