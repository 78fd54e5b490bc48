import { newDatabase, startPostgres } from '../kit/postgres.ts'
import { Seeded } from '../kit/seeded.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { handCodes } from '../properties/views/ask-hand.ts'
import { sourceCodes } from '../properties/views/ask-source.ts'
import { type Plan, planKinds } from '../properties/views/plan.ts'
import { callers, runViews } from '../properties/views/run-views.ts'

const stepsOfCaller = 8

function* roundsOf(steps: number, seed: number): Iterable<Plan[][]> {
  const random = new Seeded(seed)
  const plan = (): Plan => ({
    kind: random.pick(planKinds),
    one: random.below(64),
    other: random.below(64),
    third: random.below(64),
    flag: random.chance(0.5),
  })
  for (let left = steps; left > 0; left -= callers * stepsOfCaller) {
    yield Array.from({ length: callers }, () => Array.from({ length: stepsOfCaller }, plan))
  }
}

/** From so many steps on, all but a few of the refusals that the model knows must have come, and what a bridge holds: else the steps don't reach what they are for. */
const enoughForAll = 5000
const few = 3

function requireAll(outcomes: ReadonlyMap<string, number>): void {
  const held = ['bridge bridge_removals_held', 'bridge bridge_users_held']
  const known = [
    ...held,
    ...Object.values(sourceCodes).map((code) => `source ${code}`),
    ...Object.values(handCodes).map((code) => `hand ${code}`),
  ]
  const missing = known.filter((outcome) => !outcomes.has(outcome))
  if (missing.length > few) throw new Error(`never came: ${missing.join(', ')}`)
}

async function onServers(count: number, steps: number, seed: number, databaseUrl?: string): Promise<string> {
  const servers: TestServer[] = []
  try {
    for (let started = 0; started < count; started++) servers.push(await startTestServer({ databaseUrl }))
    const outcomes = await runViews(servers, roundsOf(steps, seed))
    if (steps >= enoughForAll) requireAll(outcomes)
    return [...outcomes]
      .sort()
      .map(([outcome, times]) => `${outcome} ${times}`)
      .join(', ')
  } finally {
    for (const server of servers) await server.stop()
  }
}

/**
 * Eight callers take random steps in one zone, as a source, by hand and in the company of a bridge, on SQLite and, through two servers, on PostgreSQL;
 * after every round of 64 steps answers, events, views and models are held against each other.
 */
export async function tortureViews(steps: number, postgresSteps: number, seed: number, say: (line: string) => void): Promise<void> {
  if (steps > 0) say(`PASSED ${steps} steps seen from all sides, SQLite: ${await onServers(1, steps, seed)}`)
  if (postgresSteps === 0) return
  const postgres = await startPostgres()
  if (!postgres) throw new Error('no PostgreSQL on this machine')
  try {
    const outcomes = await onServers(2, postgresSteps, seed, await newDatabase(postgres.url))
    say(`PASSED ${postgresSteps} steps seen from all sides, PostgreSQL: ${outcomes}`)
  } finally {
    await postgres.stop()
  }
}
