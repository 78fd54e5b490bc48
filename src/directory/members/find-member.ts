import type { Reader } from '../../storage/store.ts'
import { findMember } from '../../storage/tables/members.ts'
import { Refused } from '../refusals.ts'
import { type Member, memberFrom } from './member.ts'

/** Refuses with `member_not_found`. */
export async function memberNow(reader: Reader, organization: number, uin: number): Promise<Member> {
  const row = await reader.first(findMember, { organization, uin })
  if (!row) throw new Refused({ fact: 'member_not_found', uin })
  return memberFrom(row)
}
