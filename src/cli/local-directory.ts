import type { Settings } from '../settings.ts'
import { unlock } from '../storage/master-key.ts'
import type { Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'

export interface LocalDirectory {
  readonly reader: Reader
  readonly vault: Vault
  close(): Promise<void>
}

/** Opens the directory for reading, beside a server that may run on it: the command line finds keys and tokens so. */
export async function openLocalDirectory({ databaseUrl, dataDir, masterKey }: Settings): Promise<LocalDirectory> {
  const open = async () => {
    if (databaseUrl) return (await import('../storage/engines/open-postgres.ts')).readPostgres(databaseUrl)
    const { reader, close } = (await import('../storage/engines/sqlite.ts')).readSqlite(dataDir)
    return { reader, close: async () => close() }
  }
  const { reader, close } = await open()
  try {
    const { vault } = await unlock(masterKey, dataDir, reader)
    return { reader, vault, close }
  } catch (error) {
    await close()
    throw error
  }
}
