import type { Gate } from '../gate.ts'

/** Others use what it shares. */
export const sharesResourcesGate: Gate = ({ uin, facts }) => (facts.sharesResources ? { fact: 'shares_resources', uin } : undefined)
