import { hash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { newDatabase, startPostgres } from '../test/kit/postgres.ts'
import { type DataSet, dataSet } from './data/data-set.ts'
import { fill } from './data/fill.ts'
import { fillSource } from './data/fill-source.ts'
import { membershipsOf, type ScaleName } from './data/scales.ts'
import type { Job } from './load/jobs.ts'
import type { Driver, Load, Target } from './load/measure.ts'
import type { Options } from './options.ts'
import { measureCompany } from './parts/company.ts'
import { measureFlatCost } from './parts/flat-cost.ts'
import { measureLogging } from './parts/logging.ts'
import { measureOrganization } from './parts/organization.ts'
import { measurePostgres } from './parts/postgres.ts'
import { profile } from './parts/profile.ts'
import { measureScim, type ScimFigures } from './parts/scim.ts'
import { measureStartUp } from './parts/start-up.ts'
import { measureThroughput, type Throughput } from './parts/throughput.ts'
import { prepareDatabase } from './postgres/prepare-database.ts'
import type { ScaleRecord } from './report/record.ts'
import { startAsked } from './servers/asked-process.ts'
import type { BareResult } from './servers/bare-store.ts'
import { memoryOf } from './servers/pinned.ts'
import type { Programs } from './servers/programs.ts'
import { type MeasuredServer, startServer } from './servers/rollcall-server.ts'

export interface Run {
  readonly options: Options
  readonly programs: Programs
  readonly driver: Driver
  /** For what lives as long as the run. */
  readonly folder: string
  say(line: string): void
}

interface Filled {
  readonly data: DataSet
  readonly dataDir: string
  readonly seconds: number | null
}

/** Changes with the schema: a folder of another one is of no use. */
function schemaMark(): string {
  const folder = new URL('../src/storage/migrations/', import.meta.url)
  const texts = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(new URL(name, folder)))
  return hash('sha256', Buffer.concat(texts)).slice(0, 8)
}

/** A folder that holds a scale. */
async function filledFolder(run: Run, name: ScaleName): Promise<Filled> {
  const data = dataSet(name)
  return { data, ...(await keptFolder(run, name, (dataDir) => fill({ dataDir }, data))) }
}

/** A filled folder, made or kept from an earlier run; it is complete when it has its name. */
async function keptFolder(
  { options, folder, say }: Run,
  name: string,
  work: (dataDir: string) => Promise<void>,
): Promise<Pick<Filled, 'dataDir' | 'seconds'>> {
  const home = options.keep ?? folder
  const dataDir = join(home, `${name}-${schemaMark()}`)
  if (existsSync(dataDir)) return { dataDir, seconds: null }
  mkdirSync(home, { recursive: true })
  const draft = `${dataDir}.unfinished`
  rmSync(draft, { recursive: true, force: true })
  say(`filling ${name} …`)
  const startedAt = performance.now()
  await work(draft)
  renameSync(draft, dataDir)
  return { dataDir, seconds: Math.round((performance.now() - startedAt) / 1000) }
}

/** Measures one scale, part by part. */
export async function runScale(run: Run, name: ScaleName): Promise<ScaleRecord> {
  const filled = await filledFolder(run, name)
  const { scale, groups } = filled.data
  const size = { memberships: membershipsOf(scale), users: scale.users, groups, bigGroup: scale.bigGroup }
  const record: ScaleRecord = { scale: { name, ...size, fillSeconds: filled.seconds } }
  const { connections, seconds, parts } = run.options
  const load: Load = { driver: run.driver, scale: name, connections, seconds }
  if (parts.includes('start')) {
    run.say('start-up …')
    record.startUp = await measureStartUp({ program: run.programs.rollcall, dataDir: filled.dataDir })
  }
  if (parts.some((part) => part === 'calls' || part === 'flat' || part === 'logging')) await runSqlite(run, filled, load, record)
  if (parts.includes('postgres')) await runPostgres(run, filled.data, load, record)
  if (parts.includes('organization')) {
    run.say('organization …')
    const place = { program: run.programs.rollcall, folder: run.folder, logLevel: run.options.logLevel }
    record.organization = await measureOrganization(load, place, run.options.rounds)
  }
  if (parts.includes('company')) {
    run.say('company …')
    const place = { program: run.programs.rollcall, folder: run.folder, logLevel: run.options.logLevel }
    record.company = await measureCompany(place, run.options.rounds)
  }
  if (parts.includes('scim')) record.scim = await runScim(run, load)
  if (parts.includes('profile')) await runProfiles(run, filled, load, record)
  return record
}

async function runSqlite(run: Run, { data, dataDir }: Filled, load: Load, record: ScaleRecord): Promise<void> {
  const { options, programs, folder, say } = run
  const { parts, rounds, logLevel } = options
  const noop = await startServer({ program: programs.noop, dataDir: await smallFolder(run), logLevel })
  const copy = join(folder, 'store')
  rmSync(copy, { recursive: true, force: true })
  if (parts.includes('calls')) cpSync(dataDir, copy, { recursive: true })
  const server = await startServer({ program: programs.rollcall, dataDir, logLevel })
  if (parts.includes('calls')) {
    say('calls …')
    record.calls = await runCalls(run, load, { noop, server }, copy)
    record.memory = memoryOf(server.pid)
  }
  if (parts.includes('flat')) {
    say('flat cost …')
    record.flat = await measureFlatCost(load, server, data.scale.bigGroup, rounds)
  }
  await end(load, server)
  if (parts.includes('logging')) {
    say('logging …')
    const logging = await startServer({ program: programs.rollcall, dataDir, logLevel: 'info', logFile: join(folder, 'answers.log') })
    record.logging = await measureLogging(load, noop, logging, Math.min(rounds, 3))
    await end(load, logging)
  }
  await end(load, noop)
}

/** The no-op passes no table but those of keys and accounts: a small folder does. */
async function smallFolder({ folder }: Run): Promise<string> {
  const dataDir = join(folder, 'small')
  if (!existsSync(dataDir)) await fill({ dataDir }, dataSet('10k'))
  return dataDir
}

async function runCalls(run: Run, load: Load, { noop, server }: { noop: Target; server: Target }, copy: string): Promise<Throughput> {
  const echo = await startServer({ program: run.programs.echo, dataDir: copy })
  const store = startAsked<Job, BareResult>(0, new URL('./servers/bare-store.ts', import.meta.url), [copy])
  const figures = await measureThroughput(load, { echo, noop, server, store }, run.options.rounds)
  await store.stop()
  await end(load, echo)
  return figures
}

/** The driver lets go of its connections first: a server that ends would wait for them. */
async function end({ driver }: Load, server: MeasuredServer): Promise<void> {
  driver.tell({ close: server.port })
  await server.stop()
}

async function runPostgres({ options, programs, folder, say }: Run, data: DataSet, load: Load, record: ScaleRecord): Promise<void> {
  const cluster = await startPostgres()
  if (!cluster) {
    say('NO PostgreSQL on this machine: its part is SKIPPED')
    return
  }
  const stop = () => void cluster.stop()
  process.once('exit', stop)
  const databaseUrl = await newDatabase(cluster.url)
  const dataDir = join(folder, 'postgres')
  say('filling PostgreSQL …')
  await fill({ dataDir, databaseUrl }, data)
  const settings = await prepareDatabase(databaseUrl)
  say('PostgreSQL …')
  const server = await startServer({ program: programs.rollcall, dataDir, databaseUrl, logLevel: options.logLevel })
  record.postgres = await measurePostgres(load, { server, url: databaseUrl, data, settings }, options.rounds)
  await end(load, server)
  process.off('exit', stop)
  await cluster.stop()
}

async function runScim(run: Run, load: Load): Promise<ScimFigures> {
  const { programs, options, say } = run
  const { dataDir } = await keptFolder(run, 'scim', fillSource)
  say('SCIM …')
  const places = {
    noop: { program: programs.noop, dataDir: await smallFolder(run) },
    server: { program: programs.rollcall, dataDir },
    scimmy: programs.scimmy,
    logLevel: options.logLevel,
  }
  return measureScim(load, places, options.rounds)
}

async function runProfiles(run: Run, { dataDir }: Filled, load: Load, record: ScaleRecord): Promise<void> {
  const { programs, folder, say } = run
  const small = await smallFolder(run)
  record.profiles = []
  for (const pattern of ['no-op', 'add', 'get-group', 'list-members'] as const) {
    say(`profile of ${pattern} …`)
    const what = pattern === 'no-op' ? { program: programs.noop, dataDir: small } : { program: programs.rollcall, dataDir }
    record.profiles.push(await profile(load, what, pattern, join(folder, `profile-${pattern}`)))
  }
  if (!run.options.parts.includes('scim')) return
  const source = { program: programs.rollcall, dataDir: (await keptFolder(run, 'scim', fillSource)).dataDir }
  for (const pattern of ['source-patch-of-1000', 'source-get-of-1000'] as const) {
    say(`profile of ${pattern} …`)
    record.profiles.push(await profile(load, source, pattern, join(folder, `profile-${pattern}`)))
  }
}
