import { insertGroup } from '../../storage/tables/groups.ts'
import { type Group, groupRow, newGroup } from '../groups/group.ts'
import { requireFreeGroupName } from '../invariants/unique-names.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { numberOfNewGroup } from '../zones/numbers-of-new.ts'
import { judgeMembers } from './judge-members.ts'
import { keepMembers } from './keep-members.ts'
import { zoneOfSource } from './source-zone.ts'

export interface NewSyncedGroup {
  readonly name: string
  readonly externalId?: string
  /** Ids of users. */
  readonly members: readonly string[]
}

/**
 * Adds a group that its source keeps, with its members. Refuses with `zone_not_found`, `synchronization_off`, `group_name_taken`,
 * `group_quota_reached`, `users_not_found`, `owners_differ`, `group_full`, `user_in_too_many_groups`.
 */
export async function createSyncedGroup(tx: Tx, ports: Ports, zoneId: string, { members, ...wanted }: NewSyncedGroup): Promise<Group> {
  const zone = await zoneOfSource(tx, zoneId)
  await requireFreeGroupName(tx, zoneId, wanted.name)
  if (zone.groupCount >= zone.quotas.groups) throw new Refused({ fact: 'group_quota_reached', quota: zone.quotas.groups })
  const empty = newGroup(`g-${ports.ids.text(12)}`, { ...wanted, owner: 'synchronized' }, tx.origin.at)
  const difference = await judgeMembers(tx, zone, empty, { add: members, remove: [] })
  const created = { ...empty, memberCount: difference.joining.length }
  await tx.run(insertGroup, { ...groupRow(zoneId, created), number: await numberOfNewGroup(tx, zoneId) })
  record(tx, { kind: 'group_created', subject: created.id, after: empty })
  await keepMembers(tx, zoneId, created.id, difference)
  return created
}
