import { countMembersOfGroups } from '../../storage/tables/groups.ts'
import { deleteMembershipsOfUser, membershipsOfUser } from '../../storage/tables/synchronization/members.ts'
import { deleteUser } from '../../storage/tables/users.ts'
import { countUsers } from '../../storage/tables/zones.ts'
import { requireNoAccessLeft } from '../invariants/no-access-left.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import { keepListedValues } from '../users/listed-values.ts'
import { syncedUserNow } from './find-synced.ts'
import { type Precondition, requireVersion } from './precondition.ts'
import { zoneOfSource } from './source-zone.ts'

/**
 * Takes a user out of all its groups and deletes it. Refuses with `zone_not_found`, `synchronization_off`, `user_not_found`, `user_kept_by_hand`,
 * `version_differs`, `role_assigned`, `user_provisioned`.
 */
export async function deleteSyncedUser(tx: Tx, zoneId: string, id: string, precondition?: Precondition): Promise<void> {
  await zoneOfSource(tx, zoneId)
  const user = await syncedUserNow(tx, zoneId, id, 'delete')
  requireVersion(user, precondition)
  await requireNoAccessLeft(tx, zoneId, id)
  await leaveGroups(tx, zoneId, id)
  await keepListedValues(tx, zoneId, user, undefined)
  await tx.run(deleteUser, { zone: zoneId, user: id })
  await tx.run(countUsers, { zone: zoneId, by: -1 })
  record(tx, { kind: 'user_deleted', subject: id, before: user })
}

async function leaveGroups(tx: Tx, zone: string, user: string): Promise<void> {
  const left = await tx.all(membershipsOfUser, { zone, user })
  if (left.length === 0) return
  await tx.run(deleteMembershipsOfUser, { zone, user })
  await tx.run(countMembersOfGroups, { zone, by: -1, groups: left.map(({ group_id }) => group_id), at: tx.origin.at })
  for (const { group_id: subject, joined_at: joinedAt } of left) record(tx, { kind: 'member_removed', subject, before: { user, joinedAt } })
}
