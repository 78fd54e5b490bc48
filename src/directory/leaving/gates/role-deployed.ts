import type { Gate } from '../gate.ts'

/** Users of the zone still have roles in it. */
export const roleDeployedGate: Gate = ({ uin, roles }) =>
  roles && { fact: 'role_deployed_to_account', uin, zone: roles.zone, rules: roles.rules, one: roles.one }
