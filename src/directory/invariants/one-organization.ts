import type { Tx } from '../../storage/store.ts'
import { affiliate, affiliationOf } from '../../storage/tables/organizations.ts'
import { Refused } from '../refusals.ts'

/** An account belongs to one organization at most, whoever places it elsewhere at the same time. Refuses with `already_in_organization`. */
export async function claimAccount(tx: Tx, uin: number, organization: number): Promise<void> {
  if ((await tx.run(affiliate, { uin, organization })) === 1) return
  const present = await tx.first(affiliationOf, { uin })
  throw new Refused({ fact: 'already_in_organization', organization: present?.organization ?? organization })
}
