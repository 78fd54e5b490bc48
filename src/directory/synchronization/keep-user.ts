import { replacementRows, replaceUser, replaceUsers, setUsersAside } from '../../storage/tables/synchronization/users.ts'
import { bumpUsersVersion } from '../../storage/tables/zones.ts'
import { tellRenamed } from '../groups/tell-renamed.ts'
import type { Tx } from '../session.ts'
import { keepListedValues } from '../users/listed-values.ts'
import { type User, userRow } from '../users/user.ts'

/** Writes what a source made of a user, and says to lists and groups that they show it anew. */
export async function keepUser(tx: Tx, zone: string, before: User, user: User): Promise<void> {
  const { description: _, password_digest: __, created_at: ___, version: ____, ...row } = userRow(zone, user, '')
  await tx.run(replaceUser, row)
  await keepListedValues(tx, zone, before, user)
  await tx.run(bumpUsersVersion, { zone })
  await tellRenamed(tx, zone, [[before, user]])
}

/** The same for many. Those whose names or addresses go to others of them are set aside first. */
export async function keepUsers(
  tx: Tx,
  zone: string,
  changes: readonly (readonly [before: User, after: User])[],
  aside: readonly string[],
): Promise<void> {
  if (aside.length > 0) await tx.run(setUsersAside, { zone, users: aside })
  await tx.run(replaceUsers, { zone, rows: replacementRows(changes.map(([, user]) => userRow(zone, user, ''))) })
  for (const [before, user] of changes) await keepListedValues(tx, zone, before, user)
  await tx.run(bumpUsersVersion, { zone })
  await tellRenamed(tx, zone, changes)
}
