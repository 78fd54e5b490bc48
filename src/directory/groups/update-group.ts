import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { updateGroup as update } from '../../storage/tables/groups.ts'
import { requireEditableGroup } from '../invariants/ownership.ts'
import { requireFreeGroupName } from '../invariants/unique-names.ts'
import { record } from '../record.ts'
import { folded } from '../users/user.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { groupNow } from './find-group.ts'
import type { Group } from './group.ts'

/**
 * Changes what is given of a group and keeps the rest; what is so already is no change.
 * Refuses with `zone_not_found`, `group_not_found`, `group_owned_by_sync`, `group_name_taken`.
 */
export async function updateGroup(
  tx: Tx,
  zoneId: string,
  id: string,
  changes: Partial<Pick<Group, 'name' | 'description'>>,
): Promise<Group> {
  const zone = await zoneNow(tx, zoneId)
  const before = await groupNow(tx, zoneId, id)
  requireEditableGroup(zone, before, 'update')
  if (changes.name !== undefined) await requireFreeGroupName(tx, zoneId, changes.name, id)
  const wanted: Group = { ...before, ...changes }
  if (isDeepStrictEqual(wanted, before)) return before
  const after: Group = { ...wanted, updatedAt: tx.origin.at, version: before.version + 1 }
  await tx.run(update, {
    zone: zoneId,
    group: id,
    name: after.name,
    name_key: folded(after.name),
    description: after.description,
    at: after.updatedAt,
  })
  record(tx, { kind: 'group_changed', subject: id, before, after })
  return after
}
