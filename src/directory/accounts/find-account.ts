import type { Reader } from '../../storage/store.ts'
import { findAccount, listAccounts as list } from '../../storage/tables/accounts.ts'
import { affiliationOf } from '../../storage/tables/organizations.ts'
import { Refused } from '../refusals.ts'
import { type Account, accountFrom } from './account.ts'

export interface PlacedAccount extends Account {
  readonly organization: number | null
}

/** Refuses with `account_not_found`. */
export async function accountNow(reader: Reader, uin: number): Promise<PlacedAccount> {
  const row = await reader.first(findAccount, { uin })
  if (!row) throw new Refused({ fact: 'account_not_found', uin })
  const affiliation = await reader.first(affiliationOf, { uin })
  return { ...accountFrom(row), organization: affiliation?.organization ?? null }
}

/** Accounts in the order of their Uins, behind `after`. */
export async function listAccounts(reader: Reader, after: number, limit: number): Promise<PlacedAccount[]> {
  const rows = await reader.all(list, { after, limit })
  return rows.map((row) => ({ ...accountFrom(row), organization: row.organization }))
}
