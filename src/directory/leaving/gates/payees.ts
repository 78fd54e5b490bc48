import type { Gate } from '../gate.ts'

/** Who pays for other members stays until each of them has another payer. */
export const payeesGate: Gate = ({ uin, payees, organization }) => {
  if (!payees) return undefined
  const { count, ...one } = payees
  return { fact: 'pays_for_members', uin, organization: organization.id, payees: count, ...one }
}
