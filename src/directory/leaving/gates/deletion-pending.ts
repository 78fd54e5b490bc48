import type { Gate } from '../gate.ts'

/** Its deletion was asked for already. */
export const deletionPendingGate: Gate = ({ uin, deletionDue }) =>
  deletionDue === null ? undefined : { fact: 'deletion_pending', uin, dueAt: deletionDue }
