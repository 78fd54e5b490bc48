import { insertUser, userWithName } from '../../storage/tables/users.ts'
import type { Vault } from '../../storage/vault.ts'
import { requireFreeEmail } from '../invariants/unique-names.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { userNow } from '../users/find-user.ts'
import { keepListedValues } from '../users/listed-values.ts'
import { newUser, passwordDigest } from '../users/new-user.ts'
import { folded, type User, userRow } from '../users/user.ts'
import { numbersOfNewUsers } from '../zones/numbers-of-new.ts'
import type { Zone } from '../zones/zone.ts'
import { adoptUser } from './adopt-user.ts'
import { zoneOfSource } from './source-zone.ts'
import type { SyncedUser } from './synced-user.ts'

/**
 * Adds a user that its source keeps, or takes over the one of that name that is kept by hand, where the zone says so. Nobody learns a password.
 * Refuses with `zone_not_found`, `synchronization_off`, `user_name_taken`, `adopted_user_in_groups`, `email_taken`, `user_quota_reached`.
 */
export async function createSyncedUser(tx: Tx, ports: Ports, vault: Vault, zoneId: string, wanted: SyncedUser): Promise<User> {
  const zone = await zoneOfSource(tx, zoneId)
  const holder = await holderToAdopt(tx, zone, wanted.name)
  await requireFreeEmail(tx, zoneId, wanted.email ?? '', holder?.id)
  if (holder) return adoptUser(tx, zoneId, holder, wanted)
  if (zone.userCount >= zone.quotas.users) throw new Refused({ fact: 'user_quota_reached', quota: zone.quotas.users })

  const created = newUser(`u-${ports.ids.text(12)}`, { ...wanted, owner: 'synchronized' }, tx.origin.at)
  const number = await numbersOfNewUsers(tx, zoneId, 1)
  await tx.run(insertUser, { ...userRow(zoneId, created, passwordDigest(vault, created, ports.ids.secret(24))), number })
  await keepListedValues(tx, zoneId, undefined, created)
  record(tx, { kind: 'user_created', subject: created.id, after: created })
  return created
}

async function holderToAdopt(tx: Tx, zone: Zone, name: string): Promise<User | undefined> {
  const row = await tx.first(userWithName, { zone: zone.id, nameKey: folded(name) })
  if (!row) return undefined
  const holder = await userNow(tx, zone.id, row.id)
  if (zone.adoption === 'never' || holder.owner === 'synchronized') throw new Refused({ fact: 'user_name_taken', name })
  return holder
}
