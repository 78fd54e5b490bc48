import { resolve } from 'node:path'
import { placeOfKey, unlock } from '../storage/master-key.ts'
import { readCommandLine } from './read-settings.ts'
import { UsageError } from './usage-error.ts'

const usage = 'rollcall restore <backup> [--data-dir <folder>]'

/** Puts a backup into a data folder that holds no directory; with the master key, if it is there or given, tried before. */
export async function run(args: string[]): Promise<number> {
  const { settings, words } = readCommandLine(args)
  const [backup, ...rest] = words
  if (backup === undefined || rest.length > 0) throw new UsageError(`say which backup: ${usage}`)
  const { masterKey, dataDir, databaseUrl } = settings
  if (databaseUrl)
    throw new UsageError(
      `the settings name PostgreSQL, which has a program of its own for this; into an empty database: psql --set=ON_ERROR_STOP=1 --single-transaction --file=<dump> "$ROLLCALL_DATABASE_URL"`,
    )
  const key = placeOfKey(masterKey, dataDir)
  const { restoreDatabase } = await import('../storage/engines/restore-sqlite.ts')
  const { schema } = await restoreDatabase(backup, dataDir, async (reader) => {
    if (key !== undefined) await unlock(masterKey, dataDir, reader)
  })
  console.log(`${dataDir}: the directory of ${backup}, schema ${schema}; its pages and indexes are whole.`)
  console.log(
    key === undefined
      ? `It needs the master key of the directory that was backed up: put it into ${resolve(dataDir, 'master.key')}, or set ROLLCALL_MASTER_KEY, before the server starts.`
      : `The master key fits (${key}).`,
  )
  return 0
}
