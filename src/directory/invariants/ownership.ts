import type { Group } from '../groups/group.ts'
import { Refused } from '../refusals.ts'
import type { Owner, User } from '../users/user.ts'
import type { Zone } from '../zones/zone.ts'

/** While synchronization is on, what is synchronized belongs to its source alone; while it is off, everything is edited by hand. */
export function keptBySource(zone: Pick<Zone, 'synchronization'>, owner: Owner): boolean {
  return owner === 'synchronized' && zone.synchronization === 'enabled'
}

/** Refuses with `user_owned_by_sync`. */
export function requireEditableUser(zone: Zone, user: User, attempted: 'update' | 'delete'): void {
  if (keptBySource(zone, user.owner)) throw new Refused({ fact: 'user_owned_by_sync', user: user.id, attempted })
}

/** Refuses with `group_owned_by_sync`. */
export function requireEditableGroup(zone: Zone, group: Group, attempted: 'update' | 'delete'): void {
  if (keptBySource(zone, group.owner)) throw new Refused({ fact: 'group_owned_by_sync', group: group.id, attempted })
}
