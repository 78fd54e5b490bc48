import type { Gate } from '../gate.ts'

/** Who is paid for will pay itself, and needs a card for that. */
export const paymentCardGate: Gate = ({ uin, payer, facts }) =>
  payer !== null && !facts.paymentCard ? { fact: 'payment_card_missing', uin, payer } : undefined
