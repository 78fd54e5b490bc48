import type { Gate } from '../gate.ts'

/** The organization's switch for deleting accounts is off. */
export const deletionPermissionGate: Gate = ({ uin, organization }) =>
  organization.facts.deletionPermission ? undefined : { fact: 'deletion_not_permitted', uin, organization: organization.id }
