import { isDeepStrictEqual } from 'node:util'
import { wholeUsers } from '../../storage/tables/users.ts'
import type { Tx } from '../session.ts'
import { type User, userFrom } from '../users/user.ts'
import { recordChange, saidBy } from './change-synced-user.ts'
import { type Changing, leavePossible } from './exchange-names.ts'
import { keepUsers } from './keep-user.ts'
import { zoneOfSource } from './source-zone.ts'
import type { SyncedUser } from './synced-user.ts'

export interface UserChange {
  readonly id: string
  readonly change: (now: User) => SyncedUser
}

/**
 * Makes many users what their source says that they are, at a cost of statements that does not grow with their number. A name or address that one of
 * them gives up is free for another of them, in a circle too. Answers each user, or nothing for one that is left to `changeSyncedUser`, which knows
 * what it refuses. No user may be named twice. The whole throws `zone_not_found`, `synchronization_off`.
 */
export async function changeSyncedUsers(tx: Tx, zoneId: string, changes: readonly UserChange[]): Promise<(User | undefined)[]> {
  await zoneOfSource(tx, zoneId)
  const rows = await tx.all(wholeUsers, { zone: zoneId, users: changes.map(({ id }) => id) })
  const found = new Map(rows.map((row) => [row.id, userFrom(row)]))
  const same = new Map<string, User>()
  const changing = new Map<string, Changing>()
  for (const { id, change } of changes) {
    const before = found.get(id)
    if (before?.owner !== 'synchronized') continue
    const said = saidBy(before, change(before))
    if (isDeepStrictEqual(said, before)) same.set(id, before)
    else changing.set(id, { before, said })
  }
  const aside = await leavePossible(tx, zoneId, changing)
  const changed = [...changing.values()].map(({ before, said }): readonly [User, User] => [
    before,
    { ...said, updatedAt: tx.origin.at, version: before.version + 1 },
  ])
  if (changed.length > 0) await keepUsers(tx, zoneId, changed, aside)
  for (const [before, after] of changed) recordChange(tx, before, after)
  const now = new Map(changed.map(([, after]) => [after.id, after]))
  return changes.map(({ id }) => now.get(id) ?? same.get(id))
}
