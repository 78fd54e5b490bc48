import type { Settings } from '../settings.ts'
import { unlock } from '../storage/master-key.ts'
import type { Reader } from '../storage/store.ts'
import type { Vault } from '../storage/vault.ts'

export interface LocalDirectory {
  readonly reader: Reader
  readonly vault: Vault
  /** The master key was changed, and the next start puts its file in the old one's place. */
  readonly keyChanged: boolean
  close(): Promise<void>
}

/** Reads what needs no key, beside a server that may run on it. With `oneMoment`, everything as it stood when the first thing was read. */
export async function openLocalReader(
  { databaseUrl, dataDir }: Settings,
  { oneMoment } = { oneMoment: false },
): Promise<Omit<LocalDirectory, 'vault' | 'keyChanged'>> {
  if (databaseUrl) return (await import('../storage/engines/open-postgres.ts')).readPostgres(databaseUrl, oneMoment)
  const { reader, close } = (await import('../storage/engines/open-sqlite.ts')).readSqlite(dataDir, oneMoment)
  return { reader, close: async () => close() }
}

/** Opens the directory for reading, beside a server that may run on it: the command line finds keys and tokens so. */
export async function openLocalDirectory(settings: Settings): Promise<LocalDirectory> {
  const { masterKey, dataDir } = settings
  const { reader, close } = await openLocalReader(settings)
  try {
    const { vault, next } = await unlock(masterKey, dataDir, reader)
    return { reader, vault, keyChanged: next ?? false, close }
  } catch (error) {
    await close()
    throw error
  }
}
