import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { onEveryEngine } from '../kit/engines.ts'
import { passingFolder } from '../kit/passing-folder.ts'
import { runPatchBodies } from './patch-bodies/run-patch-bodies.ts'

/** The short form; `npm run torture` is the long one. SEED=… sends the same bodies again. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const most = { sqlite: 600, postgres: 150 }

onEveryEngine('generated PATCH bodies of users and groups', (engine) => {
  test(`do what they mean and nothing else, or are refused and change nothing (seed ${seed})`, { timeout: 60_000 }, async () => {
    const folder = passingFolder('rollcall-patch-')
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const tally = await runPatchBodies({ bodies: most[engine.name], seed, folder, databaseUrl: await engine.newDatabase() })
    // Half of them are valid, and of the others some still mean something.
    for (const kind of [
      'valid groups means 204',
      'valid users means 200',
      'mutated groups meaningless 400',
      'mutated users meaningless 400',
    ]) {
      expect({ kind, count: tally[kind] ?? 0 }).toEqual({
        kind,
        count: expect.toSatisfy((count: number) => count > most[engine.name] / 12),
      })
    }
  })
})
