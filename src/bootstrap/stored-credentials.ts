import { keyPurpose } from '../directory/accounts/account.ts'
import type { NewKey } from '../directory/accounts/create-key.ts'
import { findCaller } from '../directory/accounts/find-caller.ts'
import { appCredentials } from '../directory/apps/app-credentials.ts'
import type { Reader } from '../storage/store.ts'
import { settingByName } from '../storage/tables/settings.ts'
import type { Vault } from '../storage/vault.ts'
import { type FirstApp, type FirstAppWithSecret, firstAppName } from './first-company.ts'
import { firstKeyName } from './first-start.ts'

/** A key with its secret: the one named, or the first account's. Undefined when there is none. */
export async function storedKey(reader: Reader, vault: Vault, secretId?: string): Promise<NewKey | undefined> {
  const first = await reader.first(settingByName, { name: firstKeyName })
  const wanted = secretId ?? (first && (JSON.parse(first.value) as { secretId: string }).secretId)
  const holder = wanted === undefined ? undefined : await findCaller(reader, wanted)
  return holder && { secretId: holder.caller.secretId, secretKey: vault.open(holder.sealedSecret, keyPurpose(holder.caller.secretId)) }
}

/** The first app of the first company with its secret. Undefined before the first start. */
export async function storedApp(reader: Reader, vault: Vault): Promise<FirstAppWithSecret | undefined> {
  const row = await reader.first(settingByName, { name: firstAppName })
  const first = row && (JSON.parse(row.value) as FirstApp)
  const found = first && (await appCredentials(reader, vault, first.id))
  return found && { ...first, secret: found.secret }
}
