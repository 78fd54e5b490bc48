import { bumpNamesVersion } from '../../storage/tables/synchronization/groups.ts'
import type { Tx } from '../session.ts'
import type { User } from '../users/user.ts'

/** Says to every group of a user that he is called otherwise, where he is. */
export async function tellRenamed(tx: Tx, zone: string, before: User, after: User): Promise<void> {
  if (before.name === after.name && before.displayName === after.displayName) return
  await tx.run(bumpNamesVersion, { zone, user: after.id })
}
