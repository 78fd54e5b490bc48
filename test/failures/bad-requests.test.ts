import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { onEveryEngine, type TestEngine } from '../kit/engines.ts'
import { mib, runBadRequests } from './bad-requests/run-bad-requests.ts'

/** The short form; `npm run torture` is the long one. SEED=… sends the same requests again. */
const requests = { sqlite: 2200, postgres: 800 }
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

onEveryEngine('bad requests', (engine: TestEngine) => {
  test(`are refused with documented codes: no 5xx, no hang, nothing unhandled, memory flat (seed ${seed})`, {
    timeout: 120_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-bad-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const databaseUrl = await engine.newDatabase()
    const { outcomes, warm, end } = await runBadRequests({ requests: requests[engine.name], seed, folder, databaseUrl })
    // The generator reaches deep and wide: some pass, and the refusals are of many kinds.
    expect(outcomes['status 200']).toBeGreaterThan(10)
    expect(Object.keys(outcomes).length).toBeGreaterThan(20)
    expect(mib(end.held - warm.held)).toBeLessThan(8)
  })
})
