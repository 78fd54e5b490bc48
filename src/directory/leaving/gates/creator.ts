import type { Gate } from '../gate.ts'

/** Who created the organization can only delete it. */
export const creatorGate: Gate = ({ uin, organization }) =>
  uin === organization.managerUin ? { fact: 'manager_never_leaves', uin, organization: organization.id } : undefined
