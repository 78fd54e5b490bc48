import { takenEmails, takenNames } from '../../storage/tables/users.ts'
import type { Vault } from '../../storage/vault.ts'
import type { Ports } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { keepNewUsers } from '../users/create-users.ts'
import { newUser } from '../users/new-user.ts'
import { emailKey, folded, type User } from '../users/user.ts'
import { zoneOfSource } from './source-zone.ts'
import type { SyncedUser } from './synced-user.ts'

/** What became of one of many: the user, why there is none, or nothing when the command for one has to say. */
export type Creation = { readonly user: User } | { readonly refusal: Refusal } | undefined

/**
 * Adds many users that their source keeps, at a cost of statements that does not grow with their number: those whose names and addresses nobody has.
 * The others are left to `createSyncedUser`, which knows whom it takes over and what it refuses. Outcomes refuse with `user_quota_reached`; the whole
 * throws `zone_not_found`, `synchronization_off`.
 */
export async function createSyncedUsers(
  tx: Tx,
  ports: Ports,
  vault: Vault,
  zoneId: string,
  wanted: readonly SyncedUser[],
): Promise<Creation[]> {
  const zone = await zoneOfSource(tx, zoneId)
  const nameKeys = wanted.map(({ name }) => folded(name))
  const emailKeys = wanted.flatMap(({ email = '' }) => emailKey(email) ?? [])
  const names = new Set((await tx.all(takenNames, { zone: zoneId, nameKeys })).map(({ name }) => folded(name)))
  const emails = new Set((await tx.all(takenEmails, { zone: zoneId, emailKeys })).map(({ email }) => emailKey(email)))
  let room = zone.quotas.users - zone.userCount
  const creations = wanted.map((each): Creation => {
    const address = emailKey(each.email ?? '')
    if (names.has(folded(each.name)) || (address !== null && emails.has(address))) return undefined
    if (room <= 0) return { refusal: { fact: 'user_quota_reached', quota: zone.quotas.users } }
    room--
    names.add(folded(each.name))
    emails.add(address)
    return { user: newUser(`u-${ports.ids.text(12)}`, { ...each, owner: 'synchronized' }, tx.origin.at) }
  })
  const users = creations.flatMap((each) => (each && 'user' in each ? [each.user] : []))
  if (users.length > 0) await keepNewUsers(tx, ports, vault, zoneId, users)
  return creations
}
