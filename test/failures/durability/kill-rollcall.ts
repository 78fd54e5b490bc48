import { setTimeout as wait } from 'node:timers/promises'
import type { Seeded } from '../../kit/seeded.ts'
import { Check } from './check.ts'
import { startLoad } from './load.ts'
import { prepare } from './prepare.ts'
import { startProcess } from './server-process.ts'
import type { Truth } from './truth.ts'

export interface Kills {
  readonly kills: number
  readonly folder: string
  readonly databaseUrl?: string
  readonly truth: Truth
  readonly random: Seeded
  readonly connections?: number
  /** How long the load may run before the end comes, ms. */
  readonly longest?: number
  say?(line: string): void
}

/** How often it killed, and how many changes were acknowledged and still there after all of it. */
export interface Survived {
  readonly kills: number
  readonly duringStart: number
  readonly acknowledged: number
  readonly unanswered: number
}

/**
 * Kills a real server with SIGKILL at random moments under load, some of them while it starts, and starts it again each time.
 * Throws when a change that was acknowledged is lost, or one is there by half.
 */
export async function killRollcall({
  kills,
  folder,
  databaseUrl,
  truth,
  random,
  connections = 24,
  longest = 700,
  say,
}: Kills): Promise<Survived> {
  let server = startProcess(folder, databaseUrl)
  const { place, ledger } = await prepare(await server.port)
  const check = new Check(truth, place.zone)
  await check.run(ledger)
  let duringStart = 0
  let unanswered = 0
  for (let kill = 1; kill <= kills; kill++) {
    const load = startLoad(await server.port, place, ledger, random, connections)
    await load.begun
    await wait(random.below(longest))
    await server.kill9()
    await load.stop()
    unanswered += ledger.unanswered
    // Sometimes the next start is not let through either.
    if (random.chance(0.15)) {
      const interrupted = startProcess(folder, databaseUrl)
      await wait(random.between(10, 500))
      await interrupted.kill9()
      duringStart++
    }
    server = startProcess(folder, databaseUrl)
    await server.port
    await check.run(ledger)
    say?.(`kill ${kill} of ${kills}: ${ledger.total} changes acknowledged so far, none lost; ${unanswered} were not answered`)
  }
  const code = await server.stop()
  if (code !== 0) throw new Error(`the last server ended with ${code} after SIGTERM`)
  return { kills, duringStart, acknowledged: ledger.total, unanswered }
}
