import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { onEveryEngine, type TestEngine } from '../kit/engines.ts'
import { passingFolder } from '../kit/passing-folder.ts'
import { mib, runBadRequests } from './bad-requests/run-bad-requests.ts'
import { wires } from './bad-requests/wires.ts'

/** The short form; `npm run torture` is the long one. SEED=… sends the same requests again. */
const forms = [
  { wire: wires.tencent, sqlite: 1400, postgres: 500, connections: 16, passed: 'status 200', watched: '' },
  { wire: wires.feishu, sqlite: 600, postgres: 200, connections: 2, passed: 'OK', watched: ' no row changed,' },
  { wire: wires.scim, sqlite: 600, postgres: 200, connections: 2, passed: 'OK', watched: ' no row changed,' },
]
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

onEveryEngine('bad requests', (engine: TestEngine) => {
  test.each(forms)(
    `are refused with documented codes over the wire of $wire.name: no 5xx, no hang,$watched memory flat (seed ${seed})`,
    {
      timeout: 120_000,
    },
    async ({ wire, connections, passed, ...requests }) => {
      const folder = passingFolder('rollcall-bad-')
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const databaseUrl = await engine.newDatabase()
      const { outcomes, warm, end } = await runBadRequests({
        wire,
        connections,
        requests: requests[engine.name],
        seed,
        folder,
        databaseUrl,
      })
      // The generator reaches deep and wide: some pass, and the refusals are of many kinds. Of the shortest form
      // some twenty pass, give or take five: fewer than four would come about for one seed in a million.
      expect(outcomes[passed]).toBeGreaterThan(3)
      expect(Object.keys(outcomes).length).toBeGreaterThan(20)
      expect(mib(end.held - warm.held)).toBeLessThan(8)
    },
  )
})
