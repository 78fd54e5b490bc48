import type { Store } from '../storage/store.ts'

export interface StoreOptions {
  readonly dataDir: string
  /** `postgres://…`; SQLite in the data folder when absent. */
  readonly databaseUrl?: string
  /** Told how many calls shared each commit. */
  observeBatch(calls: number): void
}

/** A store with the figures of its own that are worth watching. */
export interface OpenStore extends Store {
  gauges(): Record<string, number>
}

/** Opens the store of the chosen engine; the other engine's code is not loaded. */
export async function openStore({ dataDir, databaseUrl, observeBatch }: StoreOptions): Promise<OpenStore> {
  if (databaseUrl) {
    const { openPostgres } = await import('../storage/engines/open-postgres.ts')
    return openPostgres({ url: databaseUrl, observeBatch })
  }
  const { SqliteStore } = await import('../storage/engines/sqlite.ts')
  return new SqliteStore({ folder: dataDir, observeBatch })
}
