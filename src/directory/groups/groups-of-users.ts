import type { Reader } from '../../storage/store.ts'
import { namedGroups } from '../../storage/tables/synchronization/members.ts'
import type { Group } from './group.ts'

export type GroupOfUser = Pick<Group, 'id' | 'name'>

/** The groups of each of these users, in the order in which they were made; who is in none has no entry. Name no user twice. */
export async function groupsOfUsers(reader: Reader, zone: string, users: readonly string[]): Promise<Map<string, GroupOfUser[]>> {
  const groups = new Map<string, GroupOfUser[]>()
  if (users.length === 0) return groups
  for (const { user_id: user, id, name } of await reader.all(namedGroups, { zone, users })) {
    const known = groups.get(user)
    if (known) known.push({ id, name })
    else groups.set(user, [{ id, name }])
  }
  return groups
}
