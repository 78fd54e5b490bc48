import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { pages } from '../invariants/sqlite.ts'
import { StoreError } from '../start-error.ts'
import { syncFolder } from '../sync-folder.ts'
import { SqliteConnection } from './sqlite-connection.ts'

/** SQLITE_CORRUPT and SQLITE_NOTADB. Source: "Result and Error Codes". */
const damaged = new Set([11, 26])

/**
 * Looks through a database that has no name yet, and leaves it as a file that stands alone, with nothing in a log beside it. Throws `otherwise` with the
 * first thing that is wrong with its pages and indexes; `first` may throw what is to be told before.
 */
export async function examine(draft: string, otherwise: string, first: (draft: SqliteConnection) => Promise<void>): Promise<void> {
  let connection: SqliteConnection | undefined
  try {
    connection = new SqliteConnection(draft)
    connection.database.exec('pragma journal_mode = delete; pragma query_only = on')
    await first(connection)
    const found = connection.first(pages.broken, {})
    if (found) throw new StoreError(`${otherwise} (${found.broken}).`)
  } catch (error) {
    const { errcode, message } = error as { errcode?: number; message: string }
    if (errcode !== undefined && damaged.has(errcode & 0xff)) throw new StoreError(`${otherwise} (${message}).`)
    throw error
  } finally {
    connection?.close()
  }
}

/** Lets a draft have its name, which lasts as its bytes do. */
export function giveName(draft: string, file: string): void {
  const descriptor = openSync(draft, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(draft, file)
  syncFolder(dirname(file))
}

/** Deletes a draft with whatever SQLite left beside it. */
export function dropDraft(draft: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true })
}
