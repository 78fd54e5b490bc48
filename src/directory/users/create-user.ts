import type { Tx } from '../../storage/store.ts'
import { insertUser } from '../../storage/tables/users.ts'
import type { Vault } from '../../storage/vault.ts'
import { requireFreeEmail, requireFreeUserName } from '../invariants/unique-names.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { numbersOfNewUsers } from '../zones/numbers-of-new.ts'
import { type NewUser, newUser, passwordDigest } from './new-user.ts'
import { type User, userRow } from './user.ts'

/**
 * Adds a user to a zone and generates its password, which is readable now and never again: only a digest is kept.
 * Refuses with `zone_not_found`, `user_quota_reached`, `user_name_taken`, `email_taken`.
 */
export async function createUser(
  tx: Tx,
  ports: Ports,
  vault: Vault,
  zoneId: string,
  user: NewUser,
): Promise<{ user: User; password: string }> {
  const zone = await zoneNow(tx, zoneId)
  await requireFreeUserName(tx, zoneId, user.name)
  await requireFreeEmail(tx, zoneId, user.email ?? '')
  if (zone.userCount >= zone.quotas.users) throw new Refused({ fact: 'user_quota_reached', quota: zone.quotas.users })

  const created = newUser(`u-${ports.ids.text(12)}`, user, tx.origin.at)
  const password = ports.ids.secret(24)
  const number = await numbersOfNewUsers(tx, zoneId, 1)
  await tx.run(insertUser, { ...userRow(zoneId, created, passwordDigest(vault, created, password)), number })
  record(tx, { kind: 'user_created', subject: created.id, after: created })
  return { user: created, password }
}
