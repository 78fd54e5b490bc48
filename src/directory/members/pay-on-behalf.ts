import type { Reader } from '../../storage/store.ts'
import type { Account } from '../accounts/account.ts'
import { accountNow } from '../accounts/find-account.ts'
import { Refused } from '../refusals.ts'

type Payee = Pick<Account, 'uin' | 'facts'>

/**
 * Another account begins to pay for one when nothing is unpaid on either side. When it ends, nothing may be left unpaid either, and who pays itself
 * from then on has a card. Another payer instead of the one before is a beginning. Source: 1031/52485.
 * Refuses with `payee_in_arrears`, `payee_has_open_orders`, `payer_in_arrears`, `pay_on_behalf_unsettled`.
 */
export async function judgePayers(reader: Reader, payee: Payee, before: number | null, after: number | null): Promise<void> {
  if (after === before) return
  if (after === null) requireSettledEnd(payee, before)
  else await requireSettledBeginning(reader, payee, after)
}

async function requireSettledBeginning(reader: Reader, { uin, facts }: Payee, payer: number): Promise<void> {
  const { balance, openOrders } = facts
  if (balance < 0) throw new Refused({ fact: 'payee_in_arrears', uin, balance })
  if (openOrders > 0) throw new Refused({ fact: 'payee_has_open_orders', uin, openOrders })
  await requireSolventPayer(reader, payer)
}

function requireSettledEnd({ uin, facts }: Payee, payer: number | null): void {
  const { balance, openOrders, paymentCard } = facts
  if (payer === null || (balance >= 0 && openOrders === 0 && paymentCard)) return
  throw new Refused({ fact: 'pay_on_behalf_unsettled', uin, payer, balance, openOrders, paymentCard })
}

/** Refuses with `payer_in_arrears`. */
export async function requireSolventPayer(reader: Reader, payer: number): Promise<void> {
  const { balance } = (await accountNow(reader, payer)).facts
  if (balance < 0) throw new Refused({ fact: 'payer_in_arrears', payer, balance })
}
