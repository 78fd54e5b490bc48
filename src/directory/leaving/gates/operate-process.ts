import type { Gate } from '../gate.ts'

/** An approval of sensitive operations is set up for it. */
export const operateProcessGate: Gate = ({ uin, facts }) => (facts.operateProcess ? { fact: 'operate_process_set', uin } : undefined)
