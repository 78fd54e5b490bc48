import type { Tx } from '../../storage/store.ts'
import { setUserStatus as set } from '../../storage/tables/users.ts'
import { bumpUsersVersion } from '../../storage/tables/zones.ts'
import { requireEditableUser } from '../invariants/ownership.ts'
import { record } from '../record.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { userNow } from './find-user.ts'
import type { User } from './user.ts'

/** Enables or disables a user; the status it has already changes nothing. Refuses with `zone_not_found`, `user_not_found`, `user_owned_by_sync`. */
export async function setUserStatus(tx: Tx, zoneId: string, id: string, status: User['status']): Promise<void> {
  const zone = await zoneNow(tx, zoneId)
  const user = await userNow(tx, zoneId, id)
  requireEditableUser(zone, user, 'update')
  if (user.status === status) return
  await tx.run(set, { zone: zoneId, user: id, status, at: tx.origin.at })
  await tx.run(bumpUsersVersion, { zone: zoneId })
  record(tx, { kind: 'user_status_changed', subject: id, before: { status: user.status }, after: { status } })
}
