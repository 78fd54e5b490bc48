import type { Reader } from '../../storage/store.ts'
import { findApp } from '../../storage/tables/companies/apps.ts'
import type { Vault } from '../../storage/vault.ts'
import { type App, appOf, appPurposes } from './app.ts'

export type { App } from './app.ts'

/** An app with the secret by which it proves itself; undefined when there is none. */
export async function appCredentials(reader: Reader, vault: Vault, id: string): Promise<{ app: App; secret: string } | undefined> {
  const row = await reader.first(findApp, { id })
  return row && { app: appOf(row), secret: vault.open(row.sealed_secret, appPurposes.secret(id)) }
}
