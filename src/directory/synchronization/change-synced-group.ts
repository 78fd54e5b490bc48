import { replaceGroup } from '../../storage/tables/synchronization/groups.ts'
import type { Group } from '../groups/group.ts'
import { requireFreeGroupName } from '../invariants/unique-names.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import { folded } from '../users/user.ts'
import { syncedGroupNow } from './find-synced.ts'
import { judgeMembers, type MemberDifference } from './judge-members.ts'
import { keepMembers } from './keep-members.ts'
import type { MemberIntent } from './member-intent.ts'
import { type Precondition, requireVersion } from './precondition.ts'
import { zoneOfSource } from './source-zone.ts'

/** What is left out stays. */
export interface SyncedGroupChange {
  readonly name?: string
  /** A function answers it by what it is now. */
  readonly externalId?: string | ((now: string) => string)
  readonly members?: MemberIntent
}

const nobody: MemberDifference = { joining: [], leaving: [] }

/**
 * Changes a group that its source keeps: all that is asked, or nothing. What is so already is no change. Refuses with `zone_not_found`,
 * `synchronization_off`, `group_not_found`, `group_kept_by_hand`, `version_differs`, `group_name_taken`, `users_not_found`, `owners_differ`,
 * `group_full`, `user_in_too_many_groups`.
 */
export async function changeSyncedGroup(
  tx: Tx,
  zoneId: string,
  id: string,
  { members, ...change }: SyncedGroupChange,
  precondition?: Precondition,
): Promise<Group> {
  const zone = await zoneOfSource(tx, zoneId)
  const before = await syncedGroupNow(tx, zoneId, id, 'update')
  requireVersion(before, precondition)
  const { name = before.name, externalId: given = before.externalId } = change
  const externalId = typeof given === 'string' ? given : given(before.externalId)
  if (name !== before.name) await requireFreeGroupName(tx, zoneId, name, id)
  const difference = members ? await judgeMembers(tx, zone, before, members) : nobody
  const by = difference.joining.length - difference.leaving.length
  const renamed = name !== before.name || externalId !== before.externalId
  const moved = difference.joining.length + difference.leaving.length > 0
  if (!renamed && !moved) return before

  const at = renamed ? tx.origin.at : before.updatedAt
  const membersAt = moved ? tx.origin.at : before.membersChangedAt
  const counted = { memberCount: before.memberCount + by, version: before.version + 1 }
  const after: Group = { ...before, name, externalId, updatedAt: at, membersChangedAt: membersAt, ...counted }
  await tx.run(replaceGroup, { zone: zoneId, group: id, name, name_key: folded(name), external_id: externalId, by, at, membersAt })
  if (renamed)
    record(tx, {
      kind: 'group_changed',
      subject: id,
      before,
      after: { ...after, memberCount: before.memberCount, membersChangedAt: before.membersChangedAt },
    })
  await keepMembers(tx, zoneId, id, difference)
  return after
}
