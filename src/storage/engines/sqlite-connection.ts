import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Connection } from '../connection.ts'
import type { Compiled, Statement } from '../statement.ts'

type Values = (string | number | null)[]

interface Prepared {
  readonly compiled: Compiled
  readonly statement: StatementSync
  readonly row: (values: Values) => unknown
}

/**
 * Makes rows of one shape from their values. The driver's own row objects are dictionaries, which take half as long again to make and to read;
 * the names are column names of our own statements.
 */
function rowMaker(names: readonly string[]): (values: Values) => unknown {
  const members = names.map((name, index) => `${JSON.stringify(name)}: values[${index}]`)
  return new Function('values', `return { ${members.join(', ')} }`) as (values: Values) => unknown
}

const once = [undefined]

/** The rows that a statement is run with; a statement without any runs once. */
function rowsOf({ list }: Compiled, params: object): readonly (readonly unknown[] | undefined)[] {
  return list === undefined ? once : ((params as Record<string, unknown>)[list] as readonly unknown[][])
}

/** A connection that keeps what it prepared. Everything answers at once: no promise is made for a row. */
export class SqliteConnection implements Connection {
  readonly database: DatabaseSync
  readonly #prepared: (Prepared | undefined)[] = []
  readonly #begin: StatementSync
  readonly #beginRead: StatementSync
  readonly #commit: StatementSync
  readonly #savepoint: StatementSync
  readonly #release: StatementSync
  readonly #undo: StatementSync

  constructor(file: string) {
    this.database = new DatabaseSync(file, { timeout: 5000 })
    this.database.exec('pragma foreign_keys = on; pragma cache_size = -16384; pragma mmap_size = 268435456; pragma temp_store = memory')
    this.#begin = this.database.prepare('begin immediate')
    this.#beginRead = this.database.prepare('begin')
    this.#commit = this.database.prepare('commit')
    this.#savepoint = this.database.prepare('savepoint unit')
    this.#release = this.database.prepare('release unit')
    this.#undo = this.database.prepare('rollback to unit')
  }

  #prepare<Params, Row>(statement: Statement<Params, Row>): Prepared {
    const known = this.#prepared[statement.id]
    if (known) return known
    const compiled = statement.compiled('sqlite')
    const sqlite = this.database.prepare(compiled.sql)
    sqlite.setReturnArrays(true)
    const prepared = { compiled, statement: sqlite, row: rowMaker(sqlite.columns().map(({ name }) => name)) }
    this.#prepared[statement.id] = prepared
    return prepared
  }

  first<Params, Row>(statement: Statement<Params, Row>, params: Params): Row | undefined {
    const prepared = this.#prepare(statement)
    const values = prepared.statement.get(...prepared.compiled.bind(params as object)) as unknown as Values | undefined
    return values && (prepared.row(values) as Row)
  }

  all<Params, Row>(statement: Statement<Params, Row>, params: Params): Row[] {
    const { compiled, statement: sqlite, row } = this.#prepare(statement)
    if (compiled.list === undefined)
      return sqlite.all(...compiled.bind(params as object)).map((values) => row(values as unknown as Values) as Row)
    const rows: Row[] = []
    for (const each of rowsOf(compiled, params as object)) {
      const values = sqlite.get(...compiled.bind(params as object, each)) as unknown as Values | undefined
      if (values) rows.push(row(values) as Row)
    }
    return rows
  }

  run<Params>(statement: Statement<Params, unknown>, params: Params): number {
    const { compiled, statement: sqlite } = this.#prepare(statement)
    let changes = 0
    for (const values of rowsOf(compiled, params as object))
      changes += Number(sqlite.run(...compiled.bind(params as object, values)).changes)
    return changes
  }

  begin(): void {
    this.#begin.run()
  }

  /** Opens a transaction that takes its lock with its first statement, for reading. */
  beginRead(): void {
    this.#beginRead.run()
  }

  savepoint(): void {
    this.#savepoint.run()
  }

  release(): void {
    this.#release.run()
  }

  undo(): void {
    this.#undo.run()
    this.#release.run()
  }

  commit(): void {
    this.#commit.run()
  }

  /** Ends a transaction that has only read; what failed to be read may have ended it. Of a database that is damaged the next read tells, and whoever reads. */
  endRead(): void {
    if (!this.database.isTransaction) return
    try {
      this.#commit.run()
    } catch {
      this.rollback()
    }
  }

  rollback(): void {
    if (this.database.isTransaction) this.database.exec('rollback')
  }

  /** SQLite ends a transaction by itself when the disk is full or fails: then no savepoint is left to go back to. */
  spoils(): boolean {
    return !this.database.isTransaction
  }

  close(): void {
    this.#prepared.length = 0
    this.database.close()
  }
}
