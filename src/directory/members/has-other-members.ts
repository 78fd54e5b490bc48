import type { Reader } from '../../storage/store.ts'
import { otherMember } from '../../storage/tables/members.ts'

/** Whether an organization has members beside this one. */
export async function hasOtherMembers(reader: Reader, organization: number, uin: number): Promise<boolean> {
  return (await reader.first(otherMember, { organization, uin })) !== undefined
}
