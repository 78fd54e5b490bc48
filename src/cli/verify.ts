import type { Settings } from '../settings.ts'
import { invariants, soundness } from '../storage/invariants/all.ts'
import { type Invariant, mostTold } from '../storage/invariants/invariant.ts'
import { placeOfKey, unlock } from '../storage/master-key.ts'
import { requireCurrent } from '../storage/migrations/run.ts'
import { StoreError } from '../storage/start-error.ts'
import type { Reader } from '../storage/store.ts'
import { type Finding, tell } from './finding.ts'
import { giveWay } from './give-way.ts'
import { readCommandLine } from './read-settings.ts'
import { postgresHindrance } from './troubles/postgres.ts'
import { temporaryTrouble } from './troubles/sqlite.ts'
import { UsageError } from './usage-error.ts'

const usage = 'rollcall verify [<backup>]'

interface Opened {
  readonly reader: Reader
  readonly schema: number | undefined
  close(): void | Promise<void>
}

async function open({ databaseUrl, dataDir }: Settings, backup: string | undefined): Promise<Opened> {
  if (databaseUrl && backup === undefined) return (await import('../storage/engines/open-postgres.ts')).readPostgres(databaseUrl)
  const { reader, schema } = (await import('../storage/engines/backup-file.ts')).inspectSqlite(dataDir, backup)
  return { reader, schema, close: () => reader.close() }
}

/** Looks through a directory, or a backup, and changes nothing. Tells each thing as it was looked at; exits 1 when something is wrong. */
export async function run(args: string[]): Promise<number> {
  const { settings, words } = readCommandLine(args)
  const [backup, ...rest] = words
  if (rest.length > 0) throw new UsageError(`verify takes no ${rest[0]}: ${usage}`)
  giveWay()
  const onPostgres = settings.databaseUrl !== undefined && backup === undefined
  const { reader, schema, close } = await open(settings, backup)
  let bad = 0
  const tells = (finding: Finding) => {
    tell(finding)
    if (finding.state === 'bad') bad++
    return finding.state !== 'bad'
  }
  let whole = true
  try {
    if (onPostgres) tells({ what: 'pages and indexes', state: 'note', text: 'PostgreSQL keeps them; its pg_amcheck looks through them' })
    for (const invariant of soundness(onPostgres ? 'postgres' : 'sqlite')) whole = tells(await look(invariant, reader)) && whole
    const known = tells(checkSchema(schema))
    tells(await checkKey(settings, reader, backup))
    if (known) for (const invariant of invariants) whole = tells(await look(invariant, reader)) && whole
  } finally {
    await close()
  }
  if (!whole) console.error(`rollcall: ${wayOut(backup, onPostgres)}`)
  return bad > 0 ? 1 : 0
}

async function look({ what, holds, broken }: Invariant, reader: Reader): Promise<Finding> {
  try {
    const found = await reader.all(broken, {})
    if (found.length === 0) return { what, state: 'ok', text: holds }
    const more = found.length === mostTold ? '; there may be more' : ''
    return { what, state: 'bad', text: `${found.map((row) => row.broken).join('; ')}${more}` }
  } catch (error) {
    refuseHindered(what, error)
    return { what, state: 'bad', text: `cannot be read (${(error as Error).message})` }
  }
}

function checkSchema(schema: number | undefined): Finding {
  const what = 'schema'
  try {
    if (schema === undefined) throw new StoreError('There are no tables.')
    requireCurrent(schema)
    return { what, state: 'ok', text: `${schema}, which this program reads` }
  } catch (error) {
    return { what, state: 'bad', text: `${(error as Error).message} What the tables hold was not looked at.` }
  }
}

async function checkKey({ masterKey, dataDir }: Settings, reader: Reader, backup: string | undefined): Promise<Finding> {
  const what = 'master key'
  if (backup !== undefined && placeOfKey(masterKey, dataDir) === undefined)
    return { what, state: 'note', text: `not tried, as it is not at hand: name it with ROLLCALL_MASTER_KEY, or its folder with --data-dir` }
  try {
    const { check } = await unlock(masterKey, dataDir, reader)
    return check === undefined
      ? { what, state: 'ok', text: `fits (${placeOfKey(masterKey, dataDir)})` }
      : { what, state: 'note', text: 'the directory was sealed with none yet' }
  } catch (error) {
    refuseHindered(what, error)
    return { what, state: 'bad', text: (error as Error).message }
  }
}

/** Throws what keeps it from looking: nobody should take that for a directory that is not whole. */
function refuseHindered(what: string, error: unknown): void {
  const hindrance = temporaryTrouble(error) ?? postgresHindrance(error)
  if (hindrance !== undefined) throw new StoreError(`${what} could not be looked at: ${hindrance}`, { cause: error })
}

function wayOut(backup: string | undefined, onPostgres: boolean): string {
  if (backup !== undefined) return `${backup} is not whole: restore another backup, one that rollcall verify <backup> finds whole`
  return onPostgres
    ? 'the directory is not whole: keep a dump of it for whoever looks for the cause, and restore the last one from before'
    : 'the directory is not whole: keep it as it is for whoever looks for the cause, and restore the last backup that rollcall verify <backup> finds whole into another folder'
}
