import type { Account } from '../accounts/account.ts'
import { Refused } from '../refusals.ts'

/** Organizations and zones are for accounts whose real name was verified as an enterprise. Refuses with `not_verified`, `not_enterprise`. */
export function requireEnterprise(account: Account): void {
  if (account.verification === 'none') throw new Refused({ fact: 'not_verified' })
  if (account.verification !== 'enterprise') throw new Refused({ fact: 'not_enterprise', verification: account.verification })
}
