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
  describe(`${title} (sqlite)`, () => suite(sqlite))
  onPostgres(title, suite)
}

/** Runs a suite on a real PostgreSQL alone, for what SQLite with its one writer never comes to. */
export function onPostgres(title: string, suite: (engine: TestEngine) => void): void {
  const url = inject('postgres')
  if (url) describe(`${title} (postgres)`, () => suite(postgres(url)))
  else describe.skip(`${title} (postgres)`, () => suite(sqlite))
}
