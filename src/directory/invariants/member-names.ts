import type { Reader } from '../../storage/store.ts'
import { memberAccountWithName } from '../../storage/tables/accounts.ts'
import { memberWithName } from '../../storage/tables/members.ts'
import { Refused } from '../refusals.ts'

/** No member is given a name that another of the organization has. Refuses with `member_name_taken`. */
export async function requireFreeMemberName(reader: Reader, organization: number, name: string): Promise<void> {
  if (await reader.first(memberWithName, { organization, name })) throw new Refused({ fact: 'member_name_taken', name })
}

/** No account is given a name that another account of the organization has. Refuses with `account_name_taken`. */
export async function requireFreeAccountName(reader: Reader, organization: number, name: string, but?: number): Promise<void> {
  const holders = await reader.all(memberAccountWithName, { organization, name })
  if (holders.some(({ uin }) => uin !== but)) throw new Refused({ fact: 'account_name_taken', name })
}
