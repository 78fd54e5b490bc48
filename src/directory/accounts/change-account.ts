import type { Tx } from '../../storage/store.ts'
import { updateAccount } from '../../storage/tables/accounts.ts'
import { accountsStream } from '../events.ts'
import { record } from '../record.ts'
import type { NewAccount } from './create-account.ts'
import { accountNow, type PlacedAccount } from './find-account.ts'

/** Sets facts of an account that no vendor action sets; what is absent stays. Refuses with `account_not_found`. */
export async function changeAccount(tx: Tx, uin: number, changes: Partial<NewAccount>): Promise<PlacedAccount> {
  const before = await accountNow(tx, uin)
  const after: PlacedAccount = { ...before, ...changes }
  await tx.run(updateAccount, {
    uin,
    name: after.name,
    verification: after.verification,
    entity: after.verification === 'none' ? '' : after.entity,
    kind: after.kind,
    created_in: after.createdIn,
  })
  record(tx, { tenant: accountsStream, kind: 'account_changed', subject: String(uin), before, after })
  return accountNow(tx, uin)
}
