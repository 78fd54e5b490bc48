import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Engine } from '../../../src/storage/statement.ts'

export type Row = Record<string, string | number | null>

/** Reads what a database really holds, past the program: one SQL for both engines. */
export interface Truth {
  readonly engine: Engine
  ask(sql: string): Promise<Row[]>
}

export function truthOf(file: string): Truth {
  return {
    engine: 'sqlite',
    async ask(sql) {
      const database = new DatabaseSync(file, { timeout: 5000 })
      try {
        database.exec('pragma query_only = on')
        return database.prepare(sql).all() as Row[]
      } finally {
        database.close()
      }
    },
  }
}

export function truthIn(databaseUrl: string): Truth {
  return {
    engine: 'postgres',
    async ask(sql) {
      const client = new pg.Client({ connectionString: databaseUrl })
      await client.connect()
      try {
        const { rows } = await client.query(sql)
        return rows as Row[]
      } finally {
        await client.end()
      }
    },
  }
}
