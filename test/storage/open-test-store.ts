import { rmSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { type OpenStore, openStore } from '../../src/bootstrap/open-store.ts'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { readPostgres } from '../../src/storage/engines/open-postgres.ts'
import { SqliteConnection } from '../../src/storage/engines/sqlite-connection.ts'
import type { EventRow } from '../../src/storage/schema.ts'
import type { Reader } from '../../src/storage/store.ts'
import type { TestEngine } from '../kit/engines.ts'
import { layMigrated } from '../kit/migrated.ts'
import { passingFolder } from '../kit/passing-folder.ts'
import { eventsOfTenant, namesLike } from './settings-statements.ts'

/** A store, and a connection beside it that sees only what is committed. */
export interface TestStore {
  readonly store: OpenStore
  readonly beside: Reader
  /** How many calls shared each commit, in order. */
  readonly batches: number[]
  readonly folder: string
  readonly databaseUrl: string | undefined
}

/** Opens a new store on this engine, or another one on the same database; closed when the test ends. */
export async function openTestStore(engine: TestEngine, shared?: TestStore): Promise<TestStore> {
  const folder = shared?.folder ?? passingFolder('rollcall-store-')
  const databaseUrl = shared ? shared.databaseUrl : await engine.newDatabase()
  if (!shared && !databaseUrl) await layMigrated(folder)
  const batches: number[] = []
  const store = await openStore({ dataDir: folder, databaseUrl, observeBatch: (calls) => batches.push(calls) })
  const second = databaseUrl ? await readPostgres(databaseUrl) : readBeside(folder)
  onTestFinished(async () => {
    await second.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { store, beside: second.reader, batches, folder, databaseUrl }
}

function readBeside(folder: string): { reader: Reader; close(): void } {
  const reader = new SqliteConnection(databaseIn(folder))
  reader.database.exec('pragma query_only = on')
  return { reader, close: () => reader.close() }
}

/** Names of settings that begin so, as the other connection sees them. */
export async function settingsBeside({ beside }: TestStore, prefix: string): Promise<string[]> {
  return (await beside.all(namesLike, { like: `${prefix}%` })).map(({ name }) => name)
}

/** A tenant's stream, as the other connection sees it. */
export async function eventsBeside({ beside }: TestStore, tenant: string): Promise<EventRow[]> {
  return beside.all(eventsOfTenant, { tenant })
}
