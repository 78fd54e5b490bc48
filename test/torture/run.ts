import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mib, runBadRequests } from '../failures/bad-requests/run-bad-requests.ts'
import type { Wire } from '../failures/bad-requests/wire.ts'
import { wires } from '../failures/bad-requests/wires.ts'
import { killPostgres } from '../failures/durability/kill-postgres.ts'
import { killRollcall, type Survived } from '../failures/durability/kill-rollcall.ts'
import { truthIn, truthOf } from '../failures/durability/truth.ts'
import { runPatchBodies } from '../failures/patch-bodies/run-patch-bodies.ts'
import { beginRun } from '../kit/passing-folder.ts'
import { newDatabase, startPostgres } from '../kit/postgres.ts'
import { Seeded } from '../kit/seeded.ts'
import { tortureTree } from './tree.ts'
import { tortureViews } from './views.ts'

/** The long forms of what `test/failures` tests briefly: `npm run torture -- --sqlite-kills 200 --seed 7`. 0 leaves a part out. */
const options = {
  seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  'sqlite-kills': { type: 'string', default: '200' },
  'rollcall-kills': { type: 'string', default: '40' },
  'postgres-kills': { type: 'string', default: '40' },
  requests: { type: 'string', default: '100000' },
  'postgres-requests': { type: 'string', default: '20000' },
  'feishu-requests': { type: 'string', default: '50000' },
  'postgres-feishu-requests': { type: 'string', default: '10000' },
  'scim-requests': { type: 'string', default: '50000' },
  'postgres-scim-requests': { type: 'string', default: '10000' },
  'patch-bodies': { type: 'string', default: '50000' },
  'postgres-patch-bodies': { type: 'string', default: '5000' },
  'tree-steps': { type: 'string', default: '10000' },
  'views-steps': { type: 'string', default: '5000' },
  'postgres-views-steps': { type: 'string', default: '1500' },
} as const

function optionsGiven() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    console.error(
      `${(error as Error).message}\nThere are: ${Object.entries(options)
        .map(([name, { default: usual }]) => `--${name} ${usual}`)
        .join(' ')}`,
    )
    process.exit(2)
  }
}

const values = optionsGiven()
process.once('exit', beginRun())
const seed = Number(values.seed)
const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`)

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-torture-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function report(what: string, { kills, duringStart, acknowledged, unanswered }: Survived): void {
  say(
    `PASSED ${what}: ${kills} kills under load and ${duringStart} more during a start; ${acknowledged} acknowledged changes, all there; ${unanswered} unanswered ones, each there wholly or not at all`,
  )
}

/** Every fifth kill is told. */
const some = (what: string) => (line: string) => {
  if (/kill \d*[05] of/.test(line)) say(`${what}: ${line}`)
}

async function killsOnSqlite(kills: number): Promise<void> {
  await inFolder(async (folder) => {
    const plan = { kills, folder, truth: truthOf(join(folder, 'rollcall.sqlite')), random: new Seeded(seed), say: some('SQLite') }
    report('kill -9 of Rollcall on SQLite', await killRollcall(plan))
  })
}

async function killsOnPostgres(ofRollcall: number, ofPostgres: number): Promise<void> {
  const postgres = await startPostgres()
  if (!postgres) throw new Error('no PostgreSQL on this machine')
  try {
    for (const [what, kills] of [['Rollcall', ofRollcall] as const, ['PostgreSQL', ofPostgres] as const]) {
      if (kills === 0) continue
      await inFolder(async (folder) => {
        const databaseUrl = await newDatabase(postgres.url)
        const plan = { kills, folder, databaseUrl, truth: truthIn(databaseUrl), random: new Seeded(seed + 1), say: some(what) }
        report(`kill -9 of ${what}, on PostgreSQL`, await (what === 'Rollcall' ? killRollcall(plan) : killPostgres(postgres, plan)))
      })
    }
  } finally {
    await postgres.stop()
  }
}

/** A tenth of what it had when it was warm, and 8 MiB, is more than collections leave by chance. */
const flat = (warm: number, end: number) => end < warm * 1.1 + 8 * 1_048_576

async function badRequests(wire: Wire, requests: number, engine: string, databaseUrl?: string): Promise<void> {
  const what = `${wire.name}, ${engine}`
  await inFolder(async (folder) => {
    const { outcomes, warm, end } = await runBadRequests({
      wire,
      requests,
      seed,
      folder,
      databaseUrl,
      say: (line) => say(`${what}: ${line}`),
    })
    const sorted = Object.entries(outcomes).sort(([, left], [, right]) => right - left)
    say(sorted.map(([code, count]) => `${code} ${count}`).join(', '))
    if (!flat(warm.held, end.held)) throw new Error(`memory grows: ${mib(warm.held)} MiB held when warm, ${mib(end.held)} MiB at the end`)
    say(
      `PASSED ${requests} bad requests, ${what}: ${sorted.length} kinds of answer; held ${mib(warm.held)} MiB when warm and ${mib(end.held)} at the end, RSS ${mib(warm.rss)} and ${mib(end.rss)}`,
    )
  })
}

async function patchBodies(bodies: number, engine: string, databaseUrl?: string): Promise<void> {
  await inFolder(async (folder) => {
    const tally = await runPatchBodies({ bodies, seed, folder, databaseUrl, say: (line) => say(`SCIM PATCH, ${engine}: ${line}`) })
    const told = Object.entries(tally).map(([kind, count]) => `${kind} ${count}`)
    say(`PASSED ${bodies} PATCH bodies, ${engine}: ${told.sort().join(', ')}`)
  })
}

async function onNewDatabase(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  const postgres = await startPostgres()
  if (!postgres) throw new Error('no PostgreSQL on this machine')
  try {
    await work(await newDatabase(postgres.url))
  } finally {
    await postgres.stop()
  }
}

say(`seed ${seed}`)
const counts = [values['sqlite-kills'], values['rollcall-kills'], values['postgres-kills']].map(Number) as [number, number, number]
if (counts[0] > 0) await killsOnSqlite(counts[0])
if (counts[1] + counts[2] > 0) await killsOnPostgres(counts[1], counts[2])
const requests = [
  { wire: wires.tencent, sqlite: values.requests, postgres: values['postgres-requests'] },
  { wire: wires.feishu, sqlite: values['feishu-requests'], postgres: values['postgres-feishu-requests'] },
  { wire: wires.scim, sqlite: values['scim-requests'], postgres: values['postgres-scim-requests'] },
]
for (const { wire, sqlite, postgres } of requests) {
  if (Number(sqlite) > 0) await badRequests(wire, Number(sqlite), 'SQLite')
  if (Number(postgres) > 0) await onNewDatabase((url) => badRequests(wire, Number(postgres), 'PostgreSQL', url))
}
const bodies = [values['patch-bodies'], values['postgres-patch-bodies']].map(Number) as [number, number]
if (bodies[0] > 0) await patchBodies(bodies[0], 'SQLite')
if (bodies[1] > 0) await onNewDatabase((url) => patchBodies(bodies[1], 'PostgreSQL', url))
if (Number(values['tree-steps']) > 0) await tortureTree(Number(values['tree-steps']), seed, say)
await tortureViews(Number(values['views-steps']), Number(values['postgres-views-steps']), seed, say)
say('all passed')
process.exit(0)
