import { accessSync, closeSync, constants, existsSync, lstatSync, openSync, readdirSync, readlinkSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { StoreError } from '../start-error.ts'

/** Stands in the header of every database of ours: "Roll" in ASCII. */
export const applicationId = 0x526f6c6c

const ours = new Set([
  'rollcall.sqlite',
  'rollcall.sqlite-wal',
  'rollcall.sqlite-shm',
  'server.lock',
  'server.lock-journal',
  'server.pid',
  'master.key',
])

/** Beside the master key lie the one that is to follow it, and those that were before. */
const isOurs = (name: string): boolean => ours.has(name) || name.startsWith('master.key.')

/** The file of the embedded database. */
export const databaseIn = (folder: string): string => join(folder, 'rollcall.sqlite')

/** What a database is called while it is put there: nothing that anybody starts on. */
export const draftOf = (database: string): string => `${database}.part`

/** The data folder, made when it is missing; refused when it can't be used or holds somebody else's files. Nothing in it is touched. */
export function openFolder(folder: string): { database: string; lock: string } {
  let names: string[]
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    names = readdirSync(folder)
  } catch (error) {
    throw new StoreError(
      `Data folder ${folder} can't be used (${(error as NodeJS.ErrnoException).code}). Make it readable and writable, or set ROLLCALL_DATA_DIR.`,
    )
  }
  const database = databaseIn(folder)
  if (!existsSync(database)) {
    const foreign = names.find((name) => !isOurs(name) && !name.startsWith(basename(draftOf(database))))
    if (foreign) {
      throw new StoreError(
        `Data folder ${folder} holds files that are not Rollcall's (${foreign}). Set ROLLCALL_DATA_DIR to a new or empty folder.`,
      )
    }
  }
  return { database, lock: join(folder, 'server.lock') }
}

/** For who starts on a folder: a restore that was cut off there is not an empty folder. */
export function requireNoDraft(database: string): void {
  const draft = draftOf(database)
  if (!existsSync(database) && existsSync(draft))
    throw new StoreError(
      `A restore was cut off (${draft}), and there is no directory yet. Run rollcall restore again, or delete that file.`,
    )
}

/**
 * Refuses a file that is no SQLite database, or one that another program made, by its header alone: so that nothing is written, not even
 * the files of a write-ahead log. Not for a file that this process has open: closing it here would let go of SQLite's locks.
 */
export function checkOurs(file: string): void {
  const there = existsSync(file)
  const kind = there ? kindOf(file) : 'empty'
  if (kind === 'empty') requireNoLog(file, there)
  if (kind === 'no database') throw new StoreError(`${file} is not a database. Restore it, or set ROLLCALL_DATA_DIR to another folder.`)
  if (kind === 'foreign') throw new StoreError(`${file} is another program's database. Set ROLLCALL_DATA_DIR to another folder.`)
}

/** SQLite would delete a log whose database has nothing in it, and it may hold all there is. */
function requireNoLog(file: string, there: boolean): void {
  const log = `${file}-wal`
  if (!existsSync(log) || statSync(log).size === 0) return
  const lost = there ? 'is empty' : 'is missing'
  throw new StoreError(
    `${file} ${lost}, and ${log} holds changes that belong to it. Put the database back, or move that file away to begin anew.`,
  )
}

/** What a file is by its header; empty is what a start that was interrupted has left. */
export function kindOf(file: string): 'empty' | 'no database' | 'foreign' | 'ours' {
  const header = headerOf(file)
  if (header.length === 0) return 'empty'
  // Also what was cut off within its header.
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'no database'
  // Source: "Database File Format", offset 68, the application id.
  return header.readUInt32BE(68) === applicationId ? 'ours' : 'foreign'
}

function headerOf(file: string): Buffer {
  try {
    const opened = openSync(file, 'r')
    try {
      const header = Buffer.alloc(100)
      return header.subarray(0, readSync(opened, header))
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    throw new StoreError(`${file} can't be read (${(error as NodeJS.ErrnoException).code}). Make it readable, or set ROLLCALL_DATA_DIR.`)
  }
}

/** SQLite keeps a log beside the file that a link leads to, where this folder's lock holds nobody off. */
export function requireNoLink(file: string): void {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return
  throw new StoreError(`${file} is a link to ${readlinkSync(file)}. Set ROLLCALL_DATA_DIR to the folder in which the database itself lies.`)
}

/** A file that is there and can't be written SQLite opens for reading without a word: it would keep nothing, and its locks would lock nobody out. */
export function requireWritable(file: string): void {
  if (!existsSync(file)) return
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StoreError(`${file} can't be written (${code}). Make it readable and writable for who runs this, or set ROLLCALL_DATA_DIR.`)
  }
}
