import type { Tx } from '../../storage/store.ts'
import { deleteUser as remove } from '../../storage/tables/users.ts'
import { countUsers } from '../../storage/tables/zones.ts'
import { requireNoAccessLeft } from '../invariants/no-access-left.ts'
import { requireEditableUser } from '../invariants/ownership.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { userNow } from './find-user.ts'
import { groupCount } from './group-count.ts'
import { keepListedValues } from './listed-values.ts'

/**
 * Deletes a user that is in no group and gives no access.
 * Refuses with `zone_not_found`, `user_not_found`, `user_owned_by_sync`, `user_in_groups`, `role_assigned`, `user_provisioned`.
 */
export async function deleteUser(tx: Tx, zoneId: string, id: string): Promise<void> {
  const zone = await zoneNow(tx, zoneId)
  const user = await userNow(tx, zoneId, id)
  requireEditableUser(zone, user, 'delete')
  const groups = await groupCount(tx, zoneId, id)
  if (groups > 0) throw new Refused({ fact: 'user_in_groups', user: id, groups })
  await requireNoAccessLeft(tx, zoneId, id)
  await keepListedValues(tx, zoneId, user, undefined)
  await tx.run(remove, { zone: zoneId, user: id })
  await tx.run(countUsers, { zone: zoneId, by: -1 })
  record(tx, { kind: 'user_deleted', subject: id, before: user })
}
