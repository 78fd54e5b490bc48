import type { Gate } from '../gate.ts'

/** An account that the organization created does not leave by itself, whatever else is true. */
export const createdNeverQuitsGate: Gate = ({ uin, kind }) => (kind === 'created' ? { fact: 'created_never_quits', uin } : undefined)
