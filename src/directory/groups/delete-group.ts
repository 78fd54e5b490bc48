import type { Tx } from '../../storage/store.ts'
import { deleteGroup as remove } from '../../storage/tables/groups.ts'
import { countGroups } from '../../storage/tables/zones.ts'
import { requireNoAccessLeft } from '../invariants/no-access-left.ts'
import { requireEditableGroup } from '../invariants/ownership.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { groupNow } from './find-group.ts'

/**
 * Deletes an empty group that gives no access.
 * Refuses with `zone_not_found`, `group_not_found`, `group_owned_by_sync`, `group_has_members`, `role_assigned`, `user_provisioned`.
 */
export async function deleteGroup(tx: Tx, zoneId: string, id: string): Promise<void> {
  const zone = await zoneNow(tx, zoneId)
  const group = await groupNow(tx, zoneId, id)
  requireEditableGroup(zone, group, 'delete')
  if (group.memberCount > 0) throw new Refused({ fact: 'group_has_members', group: id, members: group.memberCount })
  await requireNoAccessLeft(tx, zoneId, id)
  await tx.run(remove, { zone: zoneId, group: id })
  await tx.run(countGroups, { zone: zoneId, by: -1 })
  record(tx, { kind: 'group_deleted', subject: id, before: group })
}
