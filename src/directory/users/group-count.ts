import type { Reader } from '../../storage/store.ts'
import { countGroupsOfUser } from '../../storage/tables/memberships.ts'

/** In how many groups of the zone a user is. */
export async function groupCount(reader: Reader, zone: string, user: string): Promise<number> {
  return (await reader.first(countGroupsOfUser, { zone, user }))?.groups ?? 0
}
