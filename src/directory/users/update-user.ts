import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { updateUser as update } from '../../storage/tables/users.ts'
import { bumpUsersVersion } from '../../storage/tables/zones.ts'
import { tellRenamed } from '../groups/tell-renamed.ts'
import { requireEditableUser } from '../invariants/ownership.ts'
import { requireFreeEmail } from '../invariants/unique-names.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { userNow } from './find-user.ts'
import { keepListedValues } from './listed-values.ts'
import { emailKey, type User } from './user.ts'

export type UserChanges = Partial<Pick<User, 'firstName' | 'lastName' | 'displayName' | 'description' | 'email' | 'mustResetPassword'>>

/**
 * Changes what is given of a user and keeps the rest; an empty text clears. What is so already is no change.
 * Refuses with `zone_not_found`, `user_not_found`, `user_owned_by_sync`, `password_kept_by_source`, `email_taken`.
 */
export async function updateUser(tx: Tx, zoneId: string, id: string, changes: UserChanges): Promise<User> {
  const zone = await zoneNow(tx, zoneId)
  const before = await userNow(tx, zoneId, id)
  requireEditableUser(zone, before, 'update')
  if (changes.mustResetPassword !== undefined && before.owner === 'synchronized')
    throw new Refused({ fact: 'password_kept_by_source', user: id })
  if (changes.email !== undefined) await requireFreeEmail(tx, zoneId, changes.email, id)

  const wanted: User = { ...before, ...changes }
  if (isDeepStrictEqual(wanted, before)) return before
  const after: User = { ...wanted, updatedAt: tx.origin.at, version: before.version + 1 }
  await tx.run(update, {
    zone: zoneId,
    user: id,
    first_name: after.firstName,
    last_name: after.lastName,
    display_name: after.displayName,
    description: after.description,
    email: after.email,
    email_key: emailKey(after.email),
    must_reset_password: after.mustResetPassword ? 1 : 0,
    at: after.updatedAt,
  })
  await keepListedValues(tx, zoneId, before, after)
  await tx.run(bumpUsersVersion, { zone: zoneId })
  await tellRenamed(tx, zoneId, [[before, after]])
  record(tx, { kind: 'user_changed', subject: id, before, after })
  return after
}
