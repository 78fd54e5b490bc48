import { closeSync, fdatasyncSync, openSync } from 'node:fs'
import { backup } from 'node:sqlite'
import { StoreError } from '../start-error.ts'
import { dropDraft, examine, giveName } from './drafts.ts'
import { readAnySchema } from './open-sqlite.ts'

/** Pages (of 4 KiB) that are copied before the disk has to have them: a server's next change waits behind what it has not, and should not for long. */
const rate = 1024

/**
 * Writes a copy of a data folder's database as it stood at one moment, beside a server that may run on it. The moment is held by a read transaction:
 * without one, every change of the server's would have the copy begin anew (source: Node.js, `sqlite.backup`). It is held while pages are copied and no
 * longer, as the server's log can't begin anew meanwhile. The copy is looked through and on the disk before it has its name.
 */
export async function copyDatabase(folder: string, target: string, draft: string): Promise<{ schema: number }> {
  const { reader, schema } = readAnySchema(folder, true)
  try {
    await copyPages(reader.database, draft).finally(() => reader.close())
    await examine(draft, `The directory is damaged, and so would be its copy: ${target} was not written`, async () => {})
    giveName(draft, target)
    return { schema }
  } catch (error) {
    dropDraft(draft)
    throw error instanceof StoreError ? error : unwritable(target, error)
  }
}

function unwritable(target: string, error: unknown): StoreError {
  const { code, message } = error as NodeJS.ErrnoException
  const reason = code === 'ERR_SQLITE_ERROR' ? message : code
  return new StoreError(`${target} can't be written (${reason}). Give --to another path, or make room.`, { cause: error })
}

async function copyPages(database: Parameters<typeof backup>[0], draft: string): Promise<void> {
  let descriptor: number | undefined
  try {
    // For its owner's eyes from its first byte on.
    const opened = openSync(draft, 'wx', 0o600)
    descriptor = opened
    await backup(database, draft, { rate, progress: () => fdatasyncSync(opened) })
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
