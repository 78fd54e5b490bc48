import { accessSync, constants } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expectCounts } from '../migrations/expected-counts.ts'
import { migrateSqlite, requireCurrent } from '../migrations/run.ts'
import { NotStarted, StoreError } from '../start-error.ts'
import type { Reader } from '../store.ts'
import { applicationId, checkOurs, databaseIn } from './data-folder.ts'
import { SqliteConnection } from './sqlite-connection.ts'

/** The connection that writes, on a schema that is up to date. A database of a newer schema is left as it is. */
export function openWriter(file: string): SqliteConnection {
  const writer = new SqliteConnection(file)
  const { database } = writer
  try {
    if (Number(database.prepare('pragma application_id').get()?.application_id) !== applicationId) {
      database.exec(`pragma application_id = ${applicationId}`)
    }
    database.exec(
      'pragma journal_mode = wal; pragma synchronous = normal; pragma wal_autocheckpoint = 0; pragma journal_size_limit = 201326592',
    )
    migrateSqlite(writer)
    expectCounts(database)
  } catch (error) {
    writer.close()
    throw error
  }
  return writer
}

/** A connection that can't change anything. */
export function openReader(file: string): SqliteConnection {
  const reader = new SqliteConnection(file)
  reader.database.exec('pragma query_only = on')
  return reader
}

/**
 * Closes connections and leaves the log as it is. The last one to close moves it into the database, without looking at what it moves; one that can't
 * write can't do that, and so goes last. Where not even that can be opened they stay open: the end of the process moves nothing either.
 */
export function closeUnmoved(file: string, connections: readonly { close(): void }[]): void {
  let last: DatabaseSync
  try {
    last = new DatabaseSync(file, { readOnly: true })
    last.prepare('select 1 from sqlite_schema limit 1').get()
  } catch {
    return
  }
  for (const connection of connections) connection.close()
  last.close()
}

/** Reads a data folder beside the server that runs on it: for the command line. With `oneMoment`, everything as it stood when the first thing was read. */
export function readSqlite(folder: string, oneMoment = false): { reader: Reader; close(): void } {
  const { reader, schema } = readAnySchema(folder, oneMoment)
  try {
    requireCurrent(schema)
  } catch (error) {
    reader.close()
    throw error
  }
  return { reader, close: () => reader.close() }
}

/** The same whatever version of the program wrote it, with the version of its schema. */
export function readAnySchema(folder: string, oneMoment: boolean): { reader: SqliteConnection; schema: number } {
  const database = databaseIn(folder)
  const noDirectory = new NotStarted(
    `No directory in ${resolve(folder)} yet. Name the folder with --data-dir, or start the server once: rollcall serve.`,
  )
  requireReadable(database, noDirectory)
  checkOurs(database)
  const reader = openReader(database)
  try {
    if (oneMoment) reader.beginRead()
    const schema = schemaIn(reader)
    // What a first start has left that was interrupted.
    if (schema === undefined) throw noDirectory
    return { reader, schema }
  } catch (error) {
    reader.close()
    throw error
  }
}

/** The version of the schema; undefined where there is none. */
export function schemaIn({ database }: SqliteConnection): number | undefined {
  const migrated = database.prepare(`select name from sqlite_schema where name = 'migrations'`).get()
  return migrated && Number(database.prepare('select coalesce(max(id), 0) as id from migrations').get()?.id)
}

function requireReadable(file: string, missing: StoreError): void {
  try {
    accessSync(file, constants.R_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw missing
    throw new StoreError(`${resolve(file)} can't be read (${code}). Run this as the user whose server it is, or set ROLLCALL_DATA_DIR.`)
  }
}
