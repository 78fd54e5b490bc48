import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { databaseIn } from '../../../src/storage/engines/data-folder.ts'

export interface KeptText {
  /** Its table and column: `apps.sealed_secret`. */
  readonly column: string
  readonly text: string
}

/** Every text in every column of every table, read past the program. */
export async function keptTexts(place: { readonly folder: string; readonly databaseUrl: string | undefined }): Promise<KeptText[]> {
  return place.databaseUrl ? textsIn(place.databaseUrl) : textsOf(databaseIn(place.folder))
}

function textsOf(file: string): KeptText[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const tables = database.prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`).all()
    return tables.flatMap(({ name }) => textsOfRows(String(name), database.prepare(`select * from "${name}"`).all()))
  } finally {
    database.close()
  }
}

async function textsIn(connectionString: string): Promise<KeptText[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query(`select table_name as name from information_schema.tables where table_schema = 'public'`)
    const texts: KeptText[] = []
    for (const { name } of rows) texts.push(...textsOfRows(name, (await client.query(`select * from "${name}"`)).rows))
    return texts
  } finally {
    await client.end()
  }
}

function textsOfRows(table: string, rows: readonly object[]): KeptText[] {
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([column, text]) => (typeof text === 'string' ? [{ column: `${table}.${column}`, text }] : [])),
  )
}
