import type { Reader } from '../../storage/store.ts'
import { countMembers } from '../../storage/tables/members.ts'
import type { Organization } from '../organizations/find-organization.ts'
import { Refused } from '../refusals.ts'

/** One more account may become a member. Refuses with `member_quota_reached`. */
export async function requireRoomForMember(reader: Reader, { id: organization, limits }: Organization): Promise<void> {
  const members = (await reader.first(countMembers, { organization }))?.n ?? 0
  if (members >= limits.members) throw new Refused({ fact: 'member_quota_reached', quota: limits.members })
}
