import { groupsOfUsers } from '../../../directory/groups/groups-of-users.ts'
import { changeSyncedUser } from '../../../directory/synchronization/change-synced-user.ts'
import type { SyncedUser } from '../../../directory/synchronization/synced-user.ts'
import type { User } from '../../../directory/users/user.ts'
import type { Call, Sent } from '../call.ts'
import { preconditionOf } from '../entity-tag.ts'
import { projectionIn } from '../projection/projection.ts'
import { type Reply, shownReply } from '../reply.ts'
import { userType } from '../schemas/resource-type.ts'
import { userResource } from './user-resource.ts'

/** Makes a user what `change` says, and shows it as it is then. Where nothing is said of the status it stays: nobody is enabled by an omission. */
export async function changeUser(
  { session, zone, base }: Call,
  { id, query, ...conditions }: Sent,
  change: (now: User) => SyncedUser,
): Promise<Reply> {
  const projection = projectionIn(userType, query)
  const precondition = preconditionOf(conditions)
  const wanted = (now: User): SyncedUser => ({ status: now.status, ...change(now) })
  return session.write(zone.id, async (tx) => {
    const user = await changeSyncedUser(tx, zone.id, id, wanted, precondition)
    const groups = projection.shows('groups') ? (await groupsOfUsers(tx, zone.id, [id])).get(id) : undefined
    return shownReply(200, userResource(user, groups, base), projection)
  })
}
