import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import type { Settings } from '../settings.ts'
import { placeOfKey } from '../storage/master-key.ts'
import { fileForBackup } from './backup-target.ts'
import { giveWay } from './give-way.ts'
import { takeOption } from './own-options.ts'
import { readCommandLine } from './read-settings.ts'
import { UsageError } from './usage-error.ts'

const usage = 'rollcall backup --to <file or folder> [--force]'

/** Copies a directory on SQLite as it stands at one moment; a server may run on it meanwhile. */
export async function run(given: string[]): Promise<number> {
  const args = [...given]
  const to = takeOption(args, '--to')
  const { settings, words, switches } = readCommandLine(args, ['--force'])
  if (words.length > 0) throw new UsageError(`backup takes no ${words[0]}: ${usage}`)
  if (settings.databaseUrl)
    throw new UsageError(
      `the directory is in PostgreSQL, which has a program of its own for this: pg_dump --file=rollcall.sql "$ROLLCALL_DATABASE_URL". ${keyLine(settings)}`,
    )
  if (to === undefined) throw new UsageError(`say where to: ${usage}`)
  const file = fileForBackup(to, settings.dataDir, switches.has('--force'))
  giveWay()
  const { copyDatabase } = await import('../storage/engines/copy-sqlite.ts')
  const { schema } = await copyDatabase(settings.dataDir, file, `${file}.${randomBytes(4).toString('hex')}.part`)
  console.log(
    `${file}: the directory in ${settings.dataDir}, schema ${schema}, ${statSync(file).size} bytes; its pages and indexes are whole.`,
  )
  console.log(keyLine(settings))
  return 0
}

/** Whoever has the one without the other reads no secret: neither a thief nor the owner. */
function keyLine({ masterKey, dataDir }: Settings): string {
  const place = placeOfKey(masterKey, dataDir)
  const key = place ?? `what the server gets as ROLLCALL_MASTER_KEY (${dataDir} has no master.key)`
  return `The master key is not in it: keep ${key} too, apart from it; no stored secret can be read without it.`
}
