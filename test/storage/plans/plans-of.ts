import { DatabaseSync } from 'node:sqlite'
import { databaseIn } from '../../../src/storage/engines/data-folder.ts'
import { openTestStore } from '../open-test-store.ts'

export interface Planned {
  compiled(engine: 'sqlite'): { sql: string }
}

/** How SQLite goes about each statement: a line for each table that it visits. Which plan PostgreSQL takes depends on what it has counted. */
export async function plansOf(statements: readonly Planned[]): Promise<string[][]> {
  const { folder } = await openTestStore({ name: 'sqlite', newDatabase: async () => undefined })
  const beside = new DatabaseSync(databaseIn(folder), { readOnly: true })
  try {
    return statements.map((statement) => {
      const plan = beside.prepare(`explain query plan ${statement.compiled('sqlite').sql}`)
      return plan.all().map(({ detail }) => String(detail))
    })
  } finally {
    beside.close()
  }
}

export async function planOf(statement: Planned): Promise<string[]> {
  const [plan = []] = await plansOf([statement])
  return plan
}
