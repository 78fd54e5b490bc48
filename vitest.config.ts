import { defineConfig } from 'vitest/config'
import { HeavyFirst } from './test/runner/heavy-first.ts'
import { WholeRun } from './test/runner/whole-run.ts'

/** For .ci/run, which counts what was skipped. */
const forCi: [string, { outputFile: string }][] = process.env.CI ? [['json', { outputFile: 'node_modules/.rollcall-tests.json' }]] : []

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/kit/global-setup.ts'],
    // Run apart: npm run torture.
    exclude: ['test/torture/**'],
    // Generous: a test waits for events, never for time, so only a hang reaches these.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A test that asserts nothing can't fail.
    expect: { requireAssertions: true },
    // Faster here than threads, and a crash takes one file with it.
    pool: 'forks',
    // The server and the SDKs are imported once a worker; every file starts and ends servers of its own.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: HeavyFirst },
    reporters: ['default', new WholeRun(), ...forCi],
  },
})
