import type { DatabaseSync } from 'node:sqlite'

/** Rows of a table, rows of one company or organization in it, and those of them that agree in a second column too: not what is there, but what plans are for. */
const inTable = 1_000_000
const inTenant = 100_000
const agreeing = 20

/**
 * Tells SQLite what to expect of keys that begin with the company or the organization. It takes the first column of a key for one that ten rows share, as long as nobody
 * has counted, and would rather read a whole company than look its rows up one by one. Numbers of our own instead of counted ones: a plan must not
 * change with what happened to be there when somebody counted. The key of a table without row ids goes by the table's name.
 */
export function expectCounts(database: DatabaseSync): void {
  const keys = database.prepare(
    `select tables.name as "table", keys.name as key, keys."unique" as single, keys.origin = 'pk' as main,
       (select count(*) from pragma_index_info(keys.name)) as columns
     from sqlite_schema tables, pragma_index_list(tables.name) keys
     where tables.type = 'table' and (select name from pragma_index_info(keys.name) where seqno = 0) in ('company', 'organization')`,
  )
  const found = keys.all() as { table: string; key: string; single: number; main: number; columns: number }[]
  const wanted = found.map(({ table, key, single, main, columns }) => [table, main ? table : key, countsOf(columns, single === 1)] as const)
  if (wanted.length === 0 || isTold(database, wanted)) return
  database.exec('begin immediate; analyze settings; delete from sqlite_stat1')
  const insert = database.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)')
  for (const row of wanted) insert.run(...row)
  database.exec('commit; analyze sqlite_schema')
}

type Row = readonly [table: string, key: string, counts: string]

function isTold(database: DatabaseSync, wanted: readonly Row[]): boolean {
  if (!database.prepare(`select 1 from sqlite_schema where name = 'sqlite_stat1'`).get()) return false
  const told = database.prepare('select tbl, idx, stat from sqlite_stat1').all()
  const text = (rows: readonly Row[]) => JSON.stringify(rows.map((row) => row.join(' ')).sort())
  return text(told.map(({ tbl, idx, stat }) => [String(tbl), String(idx), String(stat)] as const)) === text(wanted)
}

function countsOf(columns: number, single: boolean): string {
  const counts = Array.from({ length: columns }, (_, index): number => (index === 0 ? inTenant : agreeing))
  if (single && columns > 0) counts[columns - 1] = 1
  return [inTable, ...counts].join(' ')
}
