import { isDeepStrictEqual } from 'node:util'
import { requireFreeEmail, requireFreeUserName } from '../invariants/unique-names.ts'
import { record } from '../record.ts'
import type { Tx } from '../session.ts'
import { folded, type User } from '../users/user.ts'
import { syncedUserNow } from './find-synced.ts'
import { keepUser } from './keep-user.ts'
import { type Precondition, requireVersion } from './precondition.ts'
import { zoneOfSource } from './source-zone.ts'
import type { SyncedUser } from './synced-user.ts'

/**
 * Makes a user what its source says that it is: `change` gets it as it is now and answers all of what it shall be, or nothing to leave it alone. What is
 * so already is no change. Refuses with `zone_not_found`, `synchronization_off`, `user_not_found`, `user_kept_by_hand`, `version_differs`,
 * `user_name_taken`, `email_taken`, and with whatever `change` throws.
 */
export async function changeSyncedUser(
  tx: Tx,
  zoneId: string,
  id: string,
  change: (now: User) => SyncedUser | undefined,
  precondition?: Precondition,
): Promise<User> {
  await zoneOfSource(tx, zoneId)
  const before = await syncedUserNow(tx, zoneId, id, 'update')
  requireVersion(before, precondition)
  const wanted = change(before)
  const said = wanted ? saidBy(before, wanted) : before
  if (isDeepStrictEqual(said, before)) return before

  if (folded(said.name) !== folded(before.name)) await requireFreeUserName(tx, zoneId, said.name)
  await requireFreeEmail(tx, zoneId, said.email, id)
  const after: User = { ...said, updatedAt: tx.origin.at, version: before.version + 1 }
  await keepUser(tx, zoneId, before, after)
  recordChange(tx, before, after)
  return after
}

/** A user as its source says that it is. */
export function saidBy(before: User, wanted: SyncedUser): User {
  const { name, firstName = '', lastName = '', displayName = '', email = '', externalId = '', profile = {}, status = 'enabled' } = wanted
  return { ...before, name, firstName, lastName, displayName, email, externalId, profile: plain(profile), status }
}

/** A profile as it will be read: without members that JSON leaves out, so that it equals the one that was kept. */
function plain(profile: User['profile']): User['profile'] {
  return JSON.parse(JSON.stringify(profile)) as User['profile']
}

/** Records what a source made of a user: how it stands apart from all else that it is. */
export function recordChange(tx: Tx, before: User, after: User): void {
  const { status, updatedAt, version } = before
  const statusAlone = isDeepStrictEqual({ ...after, status, updatedAt, version }, before)
  if (!statusAlone) record(tx, { kind: 'user_changed', subject: after.id, before, after })
  if (status === after.status) return
  record(tx, { kind: 'user_status_changed', subject: after.id, before: { status }, after: { status: after.status } })
}
