import type { TestProject } from 'vitest/node'
import { bundleIfStale } from '../../scripts/bundle.js'
import { root } from '../ground/tree.ts'
import { beginRun } from './passing-folder.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string | null
  }
}

/** One PostgreSQL for the whole run, and the program as users start it. Without one on the machine its suites are skipped, aloud. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const endRun = beginRun()
  const [postgres] = await Promise.all([startPostgres({ lasting: false }), bundleIfStale(root)])
  if (!postgres)
    console.warn('No PostgreSQL on this machine: its suites are SKIPPED. Install one (Debian: apt-get install postgresql) to run them.')
  project.provide('postgres', postgres?.url ?? null)
  return async () => {
    await postgres?.stop()
    endRun()
  }
}
