import { bumpNamesVersion } from '../../storage/tables/synchronization/groups.ts'
import type { Tx } from '../session.ts'
import type { User } from '../users/user.ts'

/** Says to every group that somebody in it is called otherwise: of users as they were and are now, those whose names differ. */
export async function tellRenamed(tx: Tx, zone: string, changes: readonly (readonly [before: User, after: User])[]): Promise<void> {
  const renamed = changes.filter(([before, after]) => before.name !== after.name || before.displayName !== after.displayName)
  if (renamed.length > 0) await tx.run(bumpNamesVersion, { zone, users: renamed.map(([, { id }]) => id) })
}
