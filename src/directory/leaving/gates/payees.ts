import type { Gate } from '../gate.ts'

/** Who pays for other members stays until each of them has another payer. */
export const payeesGate: Gate = ({ uin, payees }) =>
  payees && { fact: 'pays_for_members', uin, payees: payees.count, one: payees.one, otherPermissions: payees.otherPermissions }
