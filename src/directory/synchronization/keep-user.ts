import { replaceUser } from '../../storage/tables/synchronization/users.ts'
import { bumpUsersVersion } from '../../storage/tables/zones.ts'
import type { Tx } from '../session.ts'
import { keepListedValues } from '../users/listed-values.ts'
import { type User, userRow } from '../users/user.ts'

/** Writes what a source made of a user, and says that lists show it anew. */
export async function keepUser(tx: Tx, zone: string, before: User, user: User): Promise<void> {
  const { description: _, password_digest: __, created_at: ___, version: ____, ...row } = userRow(zone, user, '')
  await tx.run(replaceUser, row)
  await keepListedValues(tx, zone, before, user)
  await tx.run(bumpUsersVersion, { zone })
}
