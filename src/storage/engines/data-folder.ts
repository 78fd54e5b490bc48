import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../start-error.ts'

/** Stands in the header of every database of ours: "Roll" in ASCII. */
export const applicationId = 0x526f6c6c

const ours = new Set(['rollcall.sqlite', 'rollcall.sqlite-wal', 'rollcall.sqlite-shm', 'server.lock', 'server.lock-journal', 'master.key'])

/** The file of the embedded database. */
export const databaseIn = (folder: string): string => join(folder, 'rollcall.sqlite')

/** The data folder, made when it is missing; refused when it can't be used or holds somebody else's files. Nothing in it is touched. */
export function openFolder(folder: string): { database: string; lock: string } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StoreError(`Data folder ${folder} can't be used (${(error as NodeJS.ErrnoException).code}). Make it readable and writable, or set ROLLCALL_DATA_DIR.`)
  }
  const database = databaseIn(folder)
  if (!existsSync(database)) {
    const foreign = readdirSync(folder).find((name) => !ours.has(name))
    if (foreign) {
      throw new StoreError(`Data folder ${folder} holds files that are not Rollcall's (${foreign}). Set ROLLCALL_DATA_DIR to a new or empty folder.`)
    }
  }
  return { database, lock: join(folder, 'server.lock') }
}

/** Refuses a file that is no SQLite database, or one that another program made. */
export function checkOurs(file: string): void {
  if (!existsSync(file)) return
  let id: number
  let tables: number
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      id = Number(database.prepare('pragma application_id').get()?.application_id)
      tables = Number(database.prepare('select count(*) as n from sqlite_schema').get()?.n)
    } finally {
      database.close()
    }
  } catch (error) {
    throw new StoreError(`${file} can't be read as a Rollcall database (${(error as Error).message}). Restore it, or set ROLLCALL_DATA_DIR to another folder.`)
  }
  if (id !== applicationId && tables > 0) {
    throw new StoreError(`${file} is another program's database. Set ROLLCALL_DATA_DIR to another folder.`)
  }
}

/**
 * Holds the folder for this process. The lock is the operating system's: it goes with the process, however it ends.
 */
export function lockFolder(file: string): { release(): void } {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive')
  } catch (error) {
    lock.close()
    if (!/locked|busy/i.test((error as Error).message)) throw new StoreError(`${file} can't be locked (${(error as Error).message}).`)
    throw new StoreError(
      `Another Rollcall server runs on this data folder (${file} is locked). Stop it, set ROLLCALL_DATA_DIR to another folder, or use PostgreSQL for several servers.`,
    )
  }
  return { release: () => lock.close() }
}
