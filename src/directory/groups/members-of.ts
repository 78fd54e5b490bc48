import type { Reader } from '../../storage/store.ts'
import { namedMembers } from '../../storage/tables/synchronization/members.ts'
import { giveWay } from '../give-way.ts'
import type { User } from '../users/user.ts'

export type Member = Pick<User, 'id' | 'name' | 'displayName'>

const pageSize = 1000

/**
 * Everybody in a group, in the order in which they were made, read in pages between which others have their turn: what changes meanwhile may be seen
 * or not.
 */
export async function membersOf(reader: Reader, zone: string, group: string): Promise<Member[]> {
  const members: Member[] = []
  for (let after = 0; ; ) {
    const page = await reader.all(namedMembers, { zone, group, after, limit: pageSize })
    for (const { id, name, display_name: displayName } of page) members.push({ id, name, displayName })
    if (page.length < pageSize) return members
    after = page.at(-1)?.number ?? after
    await giveWay()
  }
}
