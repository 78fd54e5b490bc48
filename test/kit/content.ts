import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'

/** Every row of every table, by a connection of its own that sees only what is committed; rows in an order of their own. */
export type Content = Readonly<Record<string, readonly string[]>>

export interface Place {
  /** Where SQLite's database is, when there is no other. */
  readonly folder: string
  readonly databaseUrl?: string | undefined
}

/** All that a server or store keeps, to be compared with what it kept before. */
export async function contentOf({ folder, databaseUrl }: Place): Promise<Content> {
  return databaseUrl === undefined ? contentOfSqlite(folder) : contentOfPostgres(databaseUrl)
}

const written = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()

function contentOfSqlite(folder: string): Content {
  const database = new DatabaseSync(databaseIn(folder), { readOnly: true })
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").all()
    return Object.fromEntries(tables.map(({ name }) => [name, written(database.prepare(`select * from "${name}"`).all())]))
  } finally {
    database.close()
  }
}

async function contentOfPostgres(url: string): Promise<Content> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const tables = await client.query(
      'select table_name as name from information_schema.tables where table_schema = current_schema() order by 1',
    )
    const content: Record<string, string[]> = {}
    for (const { name } of tables.rows) content[name] = written((await client.query(`select * from "${name}"`)).rows)
    return content
  } finally {
    await client.end()
  }
}
