import type { Tx } from '../../storage/store.ts'
import { insertUser } from '../../storage/tables/users.ts'
import { countUsers } from '../../storage/tables/zones.ts'
import type { Vault } from '../../storage/vault.ts'
import { requireFreeEmail, requireFreeUserName } from '../invariants/unique-names.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { zoneNow } from '../zones/find-zone.ts'
import { emailKey, folded, type User } from './user.ts'

export interface NewUser {
  readonly name: string
  readonly firstName?: string
  readonly lastName?: string
  readonly displayName?: string
  readonly description?: string
  readonly email?: string
  readonly status?: User['status']
  readonly owner?: User['owner']
  readonly mustResetPassword?: boolean
}

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

  const created: User = {
    id: `u-${ports.ids.text(12)}`,
    name: user.name,
    firstName: user.firstName ?? '',
    lastName: user.lastName ?? '',
    displayName: user.displayName ?? '',
    description: user.description ?? '',
    email: user.email ?? '',
    status: user.status ?? 'enabled',
    owner: user.owner ?? 'manual',
    mustResetPassword: user.mustResetPassword ?? false,
    createdAt: tx.origin.at,
    updatedAt: tx.origin.at,
  }
  const password = ports.ids.secret(24)
  await tx.run(insertUser, {
    zone: zoneId,
    id: created.id,
    name: created.name,
    name_key: folded(created.name),
    first_name: created.firstName,
    last_name: created.lastName,
    display_name: created.displayName,
    description: created.description,
    email: created.email,
    email_key: emailKey(created.email),
    status: created.status,
    owner: created.owner,
    must_reset_password: created.mustResetPassword ? 1 : 0,
    password_digest: vault.digest(password, `password ${created.id}`),
    created_at: created.createdAt,
    updated_at: created.updatedAt,
  })
  await tx.run(countUsers, { zone: zoneId, by: 1 })
  record(tx, { kind: 'user_created', subject: created.id, after: created })
  return { user: created, password }
}
