import type { Tx } from '../../storage/store.ts'
import { insertGroup } from '../../storage/tables/groups.ts'
import { requireFreeGroupName } from '../invariants/unique-names.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { numberOfNewGroup } from '../zones/numbers-of-new.ts'
import { type Group, groupRow, type NewGroup, newGroup } from './group.ts'

export type { NewGroup } from './group.ts'

/** Adds an empty group to a zone. Refuses with `zone_not_found`, `group_quota_reached`, `group_name_taken`. */
export async function createGroup(tx: Tx, ports: Ports, zoneId: string, group: NewGroup): Promise<Group> {
  const zone = await zoneNow(tx, zoneId)
  await requireFreeGroupName(tx, zoneId, group.name)
  if (zone.groupCount >= zone.quotas.groups) throw new Refused({ fact: 'group_quota_reached', quota: zone.quotas.groups })
  const created = newGroup(`g-${ports.ids.text(12)}`, group, tx.origin.at)
  await tx.run(insertGroup, { ...groupRow(zoneId, created), number: await numberOfNewGroup(tx, zoneId) })
  record(tx, { kind: 'group_created', subject: created.id, after: created })
  return created
}
