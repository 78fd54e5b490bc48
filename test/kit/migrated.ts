import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { openPostgres } from '../../src/storage/engines/open-postgres.ts'
import { SqliteStore } from '../../src/storage/engines/sqlite.ts'
import { passingFolder } from './passing-folder.ts'
import { newDatabase } from './postgres.ts'

/** Databases whose schema is up to date and that hold nothing: made once a process and copied, as a migration costs more than most tests. */

let sqliteFile: Promise<Buffer> | undefined
const postgresTemplates = new Map<string, Promise<string>>()

async function makeSqliteFile(): Promise<Buffer> {
  const folder = passingFolder('rollcall-migrated-')
  try {
    await new SqliteStore({ folder }).close()
    return readFileSync(databaseIn(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makePostgresTemplate(server: string): Promise<string> {
  const url = await newDatabase(server)
  await (await openPostgres({ url, pool: 1 })).close()
  return url
}

/** Lays a migrated SQLite database into a data folder that has none. */
export async function layMigrated(folder: string): Promise<void> {
  sqliteFile ??= makeSqliteFile()
  writeFileSync(databaseIn(folder), await sqliteFile, { flag: 'wx' })
}

/** A new database on this PostgreSQL, migrated. */
export async function migratedDatabase(server: string): Promise<string> {
  const template = postgresTemplates.get(server) ?? makePostgresTemplate(server)
  postgresTemplates.set(server, template)
  return newDatabase(server, await template)
}
