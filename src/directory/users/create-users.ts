import type { Tx } from '../../storage/store.ts'
import { insertUsers, takenEmails, takenNames, userRows } from '../../storage/tables/users.ts'
import type { Vault } from '../../storage/vault.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { numbersOfNewUsers } from '../zones/numbers-of-new.ts'
import { insertListed } from './listed-values.ts'
import { type NewUser, newUser, passwordDigest } from './new-user.ts'
import { emailKey, folded, type User, userRow } from './user.ts'

/** A user that was elsewhere already, and keeps its id and its times. */
export interface KnownNewUser extends NewUser {
  readonly id?: string
  readonly createdAt?: number
  readonly updatedAt?: number
}

/**
 * Adds many users to a zone, all or none, at a cost that grows with their number alone. Nobody learns their passwords. No two of them may have
 * the same name, address or id. Refuses with `zone_not_found`, `user_quota_reached`, `user_name_taken`, `email_taken`.
 */
export async function createUsers(tx: Tx, ports: Ports, vault: Vault, zoneId: string, wanted: readonly KnownNewUser[]): Promise<User[]> {
  const zone = await zoneNow(tx, zoneId)
  const [named] = await tx.all(takenNames, { zone: zoneId, nameKeys: wanted.map(({ name }) => folded(name)) })
  if (named) throw new Refused({ fact: 'user_name_taken', name: named.name })
  const [addressed] = await tx.all(takenEmails, { zone: zoneId, emailKeys: wanted.flatMap(({ email }) => emailKey(email ?? '') ?? []) })
  if (addressed) throw new Refused({ fact: 'email_taken', email: addressed.email })
  if (zone.userCount + wanted.length > zone.quotas.users) throw new Refused({ fact: 'user_quota_reached', quota: zone.quotas.users })

  const users = wanted.map((user): User => {
    const createdAt = user.createdAt ?? tx.origin.at
    return { ...newUser(user.id ?? `u-${ports.ids.text(12)}`, user, createdAt), updatedAt: user.updatedAt ?? createdAt }
  })
  await keepNewUsers(tx, ports, vault, zoneId, users)
  return users
}

/** Writes new users whose names and addresses are free, and for whom there is room. */
export async function keepNewUsers(tx: Tx, ports: Ports, vault: Vault, zone: string, users: readonly User[]): Promise<void> {
  const first = await numbersOfNewUsers(tx, zone, users.length)
  const rows = users.map((user, index) => {
    return { ...userRow(zone, user, passwordDigest(vault, user, ports.ids.secret(24))), number: first + index }
  })
  await tx.run(insertUsers, { zone, rows: userRows(rows) })
  await insertListed(tx, zone, users)
  for (const user of users) record(tx, { kind: 'user_created', subject: user.id, after: user })
}
