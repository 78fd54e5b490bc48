import type { Reader } from '../../storage/store.ts'
import { namedMembers } from '../../storage/tables/synchronization/members.ts'
import type { User } from '../users/user.ts'

export type Member = Pick<User, 'id' | 'name' | 'displayName'>

const pageSize = 1000

/** Everybody in a group, in the order of their ids, read in pages between which others have their turn: what changes meanwhile may be seen or not. */
export async function membersOf(reader: Reader, zone: string, group: string): Promise<Member[]> {
  const members: Member[] = []
  for (;;) {
    const page = await reader.all(namedMembers, { zone, group, after: members.at(-1)?.id ?? '', limit: pageSize })
    for (const { id, name, display_name: displayName } of page) members.push({ id, name, displayName })
    if (page.length < pageSize) return members
    await new Promise(setImmediate)
  }
}
