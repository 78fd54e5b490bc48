import type { Tx } from '../../storage/store.ts'
import { insertGroup } from '../../storage/tables/groups.ts'
import { countGroups } from '../../storage/tables/zones.ts'
import { requireFreeGroupName } from '../invariants/unique-names.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { folded, type Owner } from '../users/user.ts'
import { zoneNow } from '../zones/find-zone.ts'
import type { Group } from './group.ts'

export interface NewGroup {
  readonly name: string
  readonly description?: string
  readonly owner?: Owner
}

/** Adds an empty group to a zone. Refuses with `zone_not_found`, `group_quota_reached`, `group_name_taken`. */
export async function createGroup(tx: Tx, ports: Ports, zoneId: string, group: NewGroup): Promise<Group> {
  const zone = await zoneNow(tx, zoneId)
  await requireFreeGroupName(tx, zoneId, group.name)
  if (zone.groupCount >= zone.quotas.groups) throw new Refused({ fact: 'group_quota_reached', quota: zone.quotas.groups })
  const at = tx.origin.at
  const created: Group = {
    id: `g-${ports.ids.text(12)}`,
    name: group.name,
    description: group.description ?? '',
    owner: group.owner ?? 'manual',
    memberCount: 0,
    createdAt: at,
    updatedAt: at,
  }
  await tx.run(insertGroup, {
    zone: zoneId,
    id: created.id,
    name: created.name,
    name_key: folded(created.name),
    description: created.description,
    owner: created.owner,
    created_at: at,
  })
  await tx.run(countGroups, { zone: zoneId, by: 1 })
  record(tx, { kind: 'group_created', subject: created.id, after: created })
  return created
}
