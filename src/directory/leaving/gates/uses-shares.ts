import type { Gate } from '../gate.ts'

/** It uses what others share. */
export const usesSharesGate: Gate = ({ uin, facts }) => (facts.usesShares ? { fact: 'uses_shares', uin } : undefined)
