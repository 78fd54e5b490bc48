import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { openStore } from '../../src/bootstrap/open-store.ts'
import { applicationId, databaseIn } from '../../src/storage/engines/data-folder.ts'
import { migrationsTable, pending, settingsTable } from '../../src/storage/migrations/run.ts'
import type { Store } from '../../src/storage/store.ts'
import type { TestEngine } from '../kit/engines.ts'
import { passingFolder } from '../kit/passing-folder.ts'
import { newDatabase } from '../kit/postgres.ts'

function schemaBefore(engine: 'sqlite' | 'postgres', migration: number): string[] {
  const older = pending(engine, 0).filter(({ id }) => id < migration)
  const told = older.map(({ id, name }) => `insert into migrations values (${id}, '${name}', 0)`)
  return [migrationsTable, settingsTable, ...older.flatMap(({ statements }) => statements), ...told]
}

/** A store on a directory of the schema before a migration, filled by statements and then brought up to date. It is closed when the test ends. */
export async function openedFrom({ name }: TestEngine, migration: number, content: readonly string[]): Promise<Store> {
  const dataDir = passingFolder('rollcall-older-')
  let databaseUrl: string | undefined
  if (name === 'postgres') {
    databaseUrl = await newDatabase(inject('postgres') as string)
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    for (const sql of [...schemaBefore(name, migration), ...content]) await client.query(sql)
    await client.end()
  } else {
    const database = new DatabaseSync(databaseIn(dataDir))
    for (const sql of [`pragma application_id = ${applicationId}`, ...schemaBefore(name, migration), ...content]) database.exec(sql)
    database.close()
  }
  const store = await openStore({ dataDir, ...(databaseUrl && { databaseUrl }), observeBatch() {} })
  onTestFinished(async () => {
    await store.close()
    rmSync(dataDir, { recursive: true })
  })
  return store
}
