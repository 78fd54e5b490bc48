import type { Gate } from '../gate.ts'

/** Who is paid for leaves with nothing unpaid: balance not below 0, no open orders. */
export const payerGate: Gate = ({ uin, payer, facts: { balance, openOrders } }) =>
  payer !== null && (balance < 0 || openOrders > 0) ? { fact: 'payer_not_settled', uin, payer, balance, openOrders } : undefined
