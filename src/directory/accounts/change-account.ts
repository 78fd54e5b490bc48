import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { updateAccount } from '../../storage/tables/accounts.ts'
import { accountsStream } from '../events.ts'
import { record } from '../record.ts'
import { entityOf } from './account.ts'
import type { NewAccount } from './create-account.ts'
import { factsText } from './facts.ts'
import { accountNow, type PlacedAccount } from './find-account.ts'

/** Sets facts of an account that no vendor action sets; what is absent stays. Refuses with `account_not_found`. */
export async function changeAccount(tx: Tx, uin: number, { facts, ...changes }: Partial<NewAccount>): Promise<PlacedAccount> {
  const before = await accountNow(tx, uin)
  const wanted: PlacedAccount = { ...before, ...changes, facts: { ...before.facts, ...facts } }
  const after: PlacedAccount = { ...wanted, entity: entityOf(wanted) }
  if (isDeepStrictEqual(before, after)) return before
  const { name, verification, entity, kind, createdIn } = after
  await tx.run(updateAccount, { uin, name, verification, entity, kind, created_in: createdIn, facts: factsText(after.facts) })
  record(tx, { tenant: accountsStream, kind: 'account_changed', subject: String(uin), before, after })
  return after
}
