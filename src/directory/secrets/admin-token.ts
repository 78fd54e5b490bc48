import type { Now, Reader, Tx } from '../../storage/store.ts'
import { putSetting, setSetting, settingByName } from '../../storage/tables/settings.ts'
import type { Vault } from '../../storage/vault.ts'
import { accountsStream } from '../events.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { sealSecret } from './seal-secret.ts'
import { adminTokenName as name, adminTokenPurpose as purpose } from './stored-secrets.ts'

/** A token that nobody has. */
export const newAdminToken = ({ ids }: Ports): string => `rollcall_${ids.secret(40)}`

/** The admin token in force; undefined before the first start. Answers at once where the store does. */
export function adminToken(reader: Reader, vault: Vault): Now<string | undefined> {
  const opened = (row: { value: string } | undefined) => row && vault.open(row.value, purpose)
  const row = reader.first(settingByName, { name })
  return row instanceof Promise ? row.then(opened) : opened(row)
}

/** Keeps the first one. */
export async function keepAdminToken(tx: Tx, vault: Vault, token: string): Promise<void> {
  await tx.run(setSetting, { name, value: await sealSecret(tx, vault, 'settings.value', name, token) })
}

/** Puts another token in the place of the one in force, which is worth nothing from then on. Refuses with `admin_token_in_force`. */
export async function changeAdminToken(tx: Tx, vault: Vault, token: string): Promise<void> {
  if ((await adminToken(tx, vault)) === token) throw new Refused({ fact: 'admin_token_in_force' })
  await tx.run(putSetting, { name, value: await sealSecret(tx, vault, 'settings.value', name, token) })
  record(tx, { tenant: accountsStream, kind: 'admin_token_changed', subject: 'admin_token' })
}
