import { namedGroups } from '../../storage/tables/synchronization/members.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import type { User } from '../users/user.ts'
import { keepUser } from './keep-user.ts'
import type { SyncedUser } from './synced-user.ts'

/**
 * Gives a user that was kept by hand to the source, with its id and all that the source doesn't say: nobody who was disabled is enabled by silence.
 * Refuses with `adopted_user_in_groups`: who is in a group has its owner.
 */
export async function adoptUser(tx: Tx, zone: string, before: User, wanted: SyncedUser): Promise<User> {
  const { id } = before
  const groups = (await tx.all(namedGroups, { zone, users: [id] })).map((group) => ({ id: group.id, name: group.name }))
  if (groups.length > 0) throw new Refused({ fact: 'adopted_user_in_groups', user: id, name: before.name, groups })
  const after: User = {
    ...before,
    name: wanted.name,
    firstName: wanted.firstName ?? before.firstName,
    lastName: wanted.lastName ?? before.lastName,
    displayName: wanted.displayName ?? before.displayName,
    email: wanted.email ?? before.email,
    status: wanted.status ?? before.status,
    externalId: wanted.externalId ?? before.externalId,
    profile: wanted.profile ?? before.profile,
    owner: 'synchronized',
    // The password is the source's from now on.
    mustResetPassword: false,
    updatedAt: tx.origin.at,
    version: before.version + 1,
  }
  await keepUser(tx, zone, before, after)
  record(tx, { kind: 'user_adopted', subject: id, before, after })
  return after
}
