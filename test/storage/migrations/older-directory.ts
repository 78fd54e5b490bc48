import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type OpenStore, openStore } from '../../../src/bootstrap/open-store.ts'
import { applicationId, databaseIn } from '../../../src/storage/engines/data-folder.ts'
import { migrationsTable, pending, settingsTable } from '../../../src/storage/migrations/run.ts'
import type { Place } from '../../kit/content.ts'
import type { TestEngine } from '../../kit/engines.ts'
import { passingFolder } from '../../kit/passing-folder.ts'
import { newDatabase } from '../../kit/postgres.ts'

function statementsUpTo(schema: number, engine: TestEngine['name']): string[] {
  const older = pending(engine, 0).filter(({ id }) => id <= schema)
  const told = older.map(({ id, name }) => `insert into migrations values (${id}, '${name}', 0)`)
  return [migrationsTable, settingsTable, ...older.flatMap(({ statements }) => statements), ...told]
}

/** A directory as a version left it whose newest migration was that one, and what else is to be done in it; gone when the test ends. */
export async function olderDirectory({ name }: TestEngine, schema: number, further: readonly string[]): Promise<Place> {
  const folder = passingFolder('rollcall-older-')
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const databaseUrl = name === 'postgres' ? await newDatabase(inject('postgres') as string) : undefined
  const statements = [...statementsUpTo(schema, name), ...further]
  await change({ folder, databaseUrl }, name === 'sqlite' ? [`pragma application_id = ${applicationId}`, ...statements] : statements)
  return { folder, databaseUrl }
}

/** Runs statements on a directory that no server has open. */
async function change({ folder, databaseUrl }: Place, statements: readonly string[]): Promise<void> {
  if (databaseUrl === undefined) {
    const database = new DatabaseSync(databaseIn(folder))
    database.exec(['pragma synchronous = off', 'begin', ...statements, 'commit'].join(';\n'))
    database.close()
    return
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(statements.join(';\n')).finally(() => client.end())
}

/** A store on it, which brings it up to date; closed when the test ends. */
export async function opened({ folder, databaseUrl }: Place): Promise<OpenStore> {
  const store = await openStore({ dataDir: folder, ...(databaseUrl && { databaseUrl }), observeBatch() {} })
  onTestFinished(() => store.close())
  return store
}
