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
  const watched = await watchPostgres(url)
  return watched.content().finally(watched.close)
}

/** `contentOf` for who asks hundreds of times: one connection for all of them, which is faster and lasts until `close`. */
export interface Watched {
  content(): Promise<Content>
  close(): Promise<void>
}

export async function watchContent({ folder, databaseUrl }: Place): Promise<Watched> {
  if (databaseUrl !== undefined) return watchPostgres(databaseUrl)
  return { content: async () => contentOfSqlite(folder), close: async () => {} }
}

async function watchPostgres(url: string): Promise<Watched> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return { content: () => readPostgres(client), close: () => client.end() }
}

async function readPostgres(client: pg.Client): Promise<Content> {
  const tables = await client.query(
    'select table_name as name from information_schema.tables where table_schema = current_schema() order by 1',
  )
  const names: string[] = tables.rows.map(({ name }) => name)
  const asked = await client.query(names.map((name) => `select * from "${name}"`).join(';'))
  const results = asked as unknown as pg.QueryResult[]
  return Object.fromEntries(names.map((name, index) => [name, written((results[index] as pg.QueryResult).rows)]))
}
