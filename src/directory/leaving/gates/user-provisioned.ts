import type { Gate } from '../gate.ts'

/** Users of the zone are still copied to it. */
export const userProvisionedGate: Gate = ({ uin, provisioned }) =>
  provisioned && { fact: 'user_provisioned_to_account', uin, zone: provisioned.zone, rules: provisioned.rules, one: provisioned.one }
