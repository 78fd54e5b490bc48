import { hash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Owned } from './wire.ts'

export type Row = Readonly<Record<string, unknown>>

/** What a database really holds, read past the server. */
export interface OpenRows {
  /** Names of the tables with such a column. */
  tablesWith(column: string): Promise<string[]>
  /** The rows that a statement answers. */
  all(statement: string): Promise<readonly Row[]>
  /** One text for all that these statements answer: another one when anything is otherwise. */
  digest(statements: readonly string[]): Promise<string>
  close(): Promise<void>
}

/** Reads from the file of SQLite, or from PostgreSQL where a URL is given; connects when it is first asked. */
export function openRows(file: string, databaseUrl: string | undefined): OpenRows {
  return databaseUrl === undefined ? sqliteRows(file) : postgresRows(databaseUrl)
}

function sqliteRows(file: string): OpenRows {
  let opened: DatabaseSync | undefined
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const all = (sql: string) => {
    opened ??= new DatabaseSync(file, { timeout: 5000, readOnly: true })
    const statement = prepared.get(sql) ?? opened.prepare(sql)
    prepared.set(sql, statement)
    return statement.all()
  }
  return {
    async tablesWith(column) {
      const found = all(
        `select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = '${column}' where m.type = 'table' order by 1`,
      )
      return found.map(({ name }) => String(name))
    },
    all: async (statement) => all(statement),
    digest: async (statements) => hash('sha256', JSON.stringify(statements.map(all))),
    close: async () => opened?.close(),
  }
}

function postgresRows(databaseUrl: string): OpenRows {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  return {
    async tablesWith(column) {
      const sql =
        'select table_name as name from information_schema.columns where table_schema = current_schema() and column_name = $1 order by 1'
      return (await pool.query<{ name: string }>(sql, [column])).rows.map(({ name }) => name)
    },
    all: async (statement) => (await pool.query<Row>(statement)).rows,
    async digest(statements) {
      const parts = statements.map((sql) => `(select md5(coalesce(string_agg(r::text, ',' order by r::text), '')) from (${sql}) r)`)
      const { rows } = await pool.query<{ digest: string }>(`select concat_ws(' ', ${parts.join()}) as digest`)
      return String(rows[0]?.digest)
    },
    close: () => pool.end(),
  }
}

/** Remembers what these owners' rows are, and throws when a request that may not have changed them did. */
export async function watchRows(
  rows: OpenRows,
  { column, owners, without, streams }: Owned,
): Promise<(mayChange: boolean) => Promise<void>> {
  const list = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join()
  const tables = (await rows.tablesWith(column)).filter((table) => !without.includes(table))
  if (tables.length === 0) throw new Error(`no table names its owner in a column ${column}`)
  const statements = tables.map((table) => `select * from ${table} where ${column} in (${list(owners)})`)
  statements.push(`select tenant, count(*), max(seq) from events where tenant in (${list(streams)}) group by tenant`)
  let known = await rows.digest(statements)
  return async (mayChange) => {
    const now = await rows.digest(statements)
    if (now !== known && !mayChange) throw new Error('a refused request changed rows')
    known = now
  }
}
