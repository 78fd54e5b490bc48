import { describe, inject } from 'vitest'
import { migratedDatabase } from './migrated.ts'

export interface TestEngine {
  readonly name: 'sqlite' | 'postgres'
  /** A new database of this engine, migrated; undefined stands for SQLite in the data folder. */
  newDatabase(): Promise<string | undefined>
}

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

function postgres(url: string): TestEngine {
  return { name: 'postgres', newDatabase: () => migratedDatabase(url) }
}

/** Runs a suite on SQLite and on a real PostgreSQL; the latter is skipped, and named so, when the machine has none. */
export function onEveryEngine(title: string, suite: (engine: TestEngine) => void): void {
  const url = inject('postgres')
  describe(`${title} (sqlite)`, () => suite(sqlite))
  if (url) describe(`${title} (postgres)`, () => suite(postgres(url)))
  else describe.skip(`${title} (postgres)`, () => suite(sqlite))
}
