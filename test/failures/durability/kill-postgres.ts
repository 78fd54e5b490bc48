import { setTimeout as wait } from 'node:timers/promises'
import type { TestPostgres } from '../../kit/postgres.ts'
import { Check } from './check.ts'
import type { Kills, Survived } from './kill-rollcall.ts'
import { startLoad } from './load.ts'
import { prepare } from './prepare.ts'
import { startProcess } from './server-process.ts'

/**
 * Kills every process of the database with SIGKILL at random moments under load and starts it again; Rollcall keeps running, and must
 * answer again by itself. Throws when a change that was acknowledged is lost, or one is there by half.
 */
export async function killPostgres(
  postgres: TestPostgres,
  { kills, folder, databaseUrl, truth, random, connections = 24, longest = 700, say }: Kills,
): Promise<Survived> {
  const server = startProcess(folder, databaseUrl)
  const port = await server.port
  const { place, ledger } = await prepare(port)
  const check = new Check(truth, place.zone)
  let unanswered = 0
  for (let kill = 1; kill <= kills; kill++) {
    const load = startLoad(port, place, ledger, random, connections)
    await load.begun
    await wait(random.below(longest))
    await postgres.kill9()
    await load.stop()
    unanswered += ledger.unanswered
    await postgres.restart()
    await check.run(ledger)
    say?.(`kill ${kill} of ${kills}: ${ledger.total} changes acknowledged so far, none lost; ${unanswered} were not answered`)
  }
  const last = startLoad(port, place, ledger, random, connections)
  await last.begun
  await last.stop()
  await check.run(ledger)
  const code = await server.stop()
  if (code !== 0) throw new Error(`the server ended with ${code} after SIGTERM`)
  return { kills, duringStart: 0, acknowledged: ledger.total, unanswered }
}
