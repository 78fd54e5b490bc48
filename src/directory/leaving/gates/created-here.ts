import type { Gate } from '../gate.ts'

/** Only what the organization created can it destroy. */
export const createdHereGate: Gate = ({ uin, kind, organization }) =>
  kind === 'created' ? undefined : { fact: 'not_created_here', uin, manages: uin === organization.managerUin }
