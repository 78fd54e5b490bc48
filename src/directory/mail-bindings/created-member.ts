import type { Reader } from '../../storage/store.ts'
import { memberNow } from '../members/find-member.ts'
import { Refused } from '../refusals.ts'

/** Only accounts that the organization created lack an address of their own. Refuses with `member_not_found`, `member_not_created`. */
export async function requireCreated(reader: Reader, organization: number, uin: number): Promise<void> {
  const member = await memberNow(reader, organization, uin)
  if (member.kind !== 'created') throw new Refused({ fact: 'member_not_created', uin })
}
