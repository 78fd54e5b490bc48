import { deleteGroup } from '../../storage/tables/groups.ts'
import { idsOfMembers } from '../../storage/tables/memberships.ts'
import { deleteMembers } from '../../storage/tables/synchronization/members.ts'
import { countGroups } from '../../storage/tables/zones.ts'
import { giveWay } from '../give-way.ts'
import { requireNoAccessLeft } from '../invariants/no-access-left.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import { syncedGroupNow } from './find-synced.ts'
import { type Precondition, requireVersion } from './precondition.ts'
import { zoneOfSource } from './source-zone.ts'

/**
 * Takes everybody out of a group and deletes it. Refuses with `zone_not_found`, `synchronization_off`, `group_not_found`, `group_kept_by_hand`,
 * `version_differs`, `role_assigned`, `user_provisioned`.
 */
export async function deleteSyncedGroup(tx: Tx, zoneId: string, id: string, precondition?: Precondition): Promise<void> {
  await zoneOfSource(tx, zoneId)
  const group = await syncedGroupNow(tx, zoneId, id, 'delete')
  requireVersion(group, precondition)
  await requireNoAccessLeft(tx, zoneId, id)
  await detachMembers(tx, zoneId, id)
  await tx.run(deleteGroup, { zone: zoneId, group: id })
  await tx.run(countGroups, { zone: zoneId, by: -1 })
  record(tx, { kind: 'group_deleted', subject: id, before: { ...group, memberCount: 0 } })
}

const pageSize = 1000

async function detachMembers(tx: Tx, zone: string, group: string): Promise<void> {
  for (let after = 0, more = true; more; ) {
    const page = await tx.all(idsOfMembers, { zone, group, after, limit: pageSize })
    for (const { user_id: user, joined_at: joinedAt } of page) {
      record(tx, { kind: 'member_removed', subject: group, before: { user, joinedAt } })
    }
    await tx.run(deleteMembers, { zone, group, numbers: page.map(({ user_number: number }) => number) })
    after = page.at(-1)?.user_number ?? after
    more = page.length === pageSize
    // Nobody else writes meanwhile, but who only reads is served.
    if (more) await giveWay()
  }
}
