import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../start-error.ts'
import { requireWritable } from './data-folder.ts'

/**
 * Holds the folder for this process. The lock is the operating system's: it goes with the process, however it ends. The file beside it only
 * tells who holds it.
 */
export function lockFolder(file: string): { release(): void } {
  requireWritable(file)
  const holder = join(dirname(file), 'server.pid')
  const lock = takeLock(file, holder)
  try {
    writeFileSync(holder, `${process.pid}\n`)
  } catch (error) {
    lock.close()
    throw new StoreError(
      `${holder} can't be written (${(error as NodeJS.ErrnoException).code}). Make room for it, or delete what is there, then start again.`,
    )
  }
  return {
    release() {
      try {
        rmSync(holder, { force: true })
      } catch {
        // It tells of a process that is no more, and the next one writes over it.
      }
      lock.close()
    },
  }
}

function takeLock(file: string, holder: string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(file, { timeout: 0 })
    lock.exec('pragma journal_mode = delete; begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    const { message } = error as Error
    throw new StoreError(
      /locked|busy/i.test(message)
        ? `Another Rollcall server runs on this data folder (${file} is locked${heldBy(holder)}). Stop it, set ROLLCALL_DATA_DIR to another folder, or use PostgreSQL for several servers.`
        : `${file} can't be locked (${message}). Delete it while no server runs, or set ROLLCALL_DATA_DIR to a folder on a disk of this machine.`,
    )
  }
}

function heldBy(file: string): string {
  try {
    return ` by process ${readFileSync(file, 'utf8').trim()}`
  } catch {
    return ''
  }
}
