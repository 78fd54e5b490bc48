import { groupNow } from '../groups/find-group.ts'
import type { Group } from '../groups/group.ts'
import { Refused } from '../refusals.ts'
import type { Reader } from '../session.ts'
import { userNow } from '../users/find-user.ts'
import type { User } from '../users/user.ts'

type Attempted = 'update' | 'delete'

/** A user that the source may change. Refuses with `user_not_found`, `user_kept_by_hand`. */
export async function syncedUserNow(reader: Reader, zone: string, id: string, attempted: Attempted): Promise<User> {
  const user = await userNow(reader, zone, id)
  if (user.owner !== 'synchronized') throw new Refused({ fact: 'user_kept_by_hand', user: id, attempted })
  return user
}

/** A group that the source may change. Refuses with `group_not_found`, `group_kept_by_hand`. */
export async function syncedGroupNow(reader: Reader, zone: string, id: string, attempted: Attempted): Promise<Group> {
  const group = await groupNow(reader, zone, id)
  if (group.owner !== 'synchronized') throw new Refused({ fact: 'group_kept_by_hand', group: id, attempted })
  return group
}
