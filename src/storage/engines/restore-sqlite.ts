import { chmodSync, constants, copyFileSync, existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { requireKnown } from '../migrations/run.ts'
import { StoreError } from '../start-error.ts'
import type { Reader } from '../store.ts'
import { syncFolder } from '../sync-folder.ts'
import { requireBackup } from './backup-file.ts'
import { draftOf, openFolder } from './data-folder.ts'
import { dropDraft, examine, giveName } from './drafts.ts'
import { lockFolder } from './folder-lock.ts'
import { schemaIn } from './open-sqlite.ts'

/**
 * Puts a backup into a data folder that holds no directory. The bytes that were looked through are those that get the name: until then the folder holds
 * a draft, on which nobody starts and over which the next restore writes. `prove` throws what else is wrong with it.
 */
export async function restoreDatabase(
  backup: string,
  folder: string,
  prove: (reader: Reader) => Promise<void>,
): Promise<{ schema: number }> {
  requireBackup(backup)
  const { database, lock } = openFolder(folder)
  requireNone(database)
  const held = lockFolder(lock)
  const draft = draftOf(database)
  try {
    requireNone(database)
    dropDraft(draft)
    copyBytes(backup, draft)
    let schema = 0
    await examine(draft, `${backup} is damaged and was not restored`, async (connection) => {
      schema = schemaIn(connection) ?? 0
      if (schema === 0) throw new StoreError(`${backup} holds no directory. Name the file that rollcall backup wrote.`)
      requireKnown(schema)
      await prove(connection)
    })
    giveName(draft, database)
    syncFolder(dirname(resolve(folder)))
    return { schema }
  } catch (error) {
    dropDraft(draft)
    throw error
  } finally {
    held.release()
  }
}

/** A log without its database is somebody's last changes, and would be taken for the restored one's. */
function requireNone(database: string): void {
  const there = [database, `${database}-wal`].find((file) => existsSync(file))
  if (there) throw new StoreError(`${there} is there already and was left as it is. Name a new or empty folder with --data-dir.`)
}

function copyBytes(backup: string, draft: string): void {
  try {
    copyFileSync(backup, draft, constants.COPYFILE_FICLONE)
    chmodSync(draft, 0o600)
  } catch (error) {
    throw new StoreError(`${backup} can't be copied to ${draft} (${(error as NodeJS.ErrnoException).code}). Make room, or mend the disk.`)
  }
}
