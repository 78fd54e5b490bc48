import type { StatementSync } from 'node:sqlite'
import type { Statement } from '../statement.ts'
import type { Reader } from '../store.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/**
 * Reads for the whole server: all reads of one loop turn see one state and share one lock, which costs more to take than a row to find.
 * The store lets go of it before it commits, so that nobody who was told of a change reads what was before it.
 */
export class TurnReader implements Reader {
  /** Commits of the writer beside this reader, as the store counts them for everybody. */
  commits = 0
  readonly #connection: SqliteConnection
  readonly #touch: StatementSync
  #open = false
  #pinned = false
  readonly #atEndOfTurn = () => {
    if (!this.#pinned) this.letGo()
  }

  constructor(connection: SqliteConnection) {
    this.#connection = connection
    this.#touch = connection.database.prepare('select 1 from sqlite_schema limit 1')
  }

  #hold(): SqliteConnection {
    if (!this.#open) {
      this.#connection.beginRead()
      this.#open = true
      setImmediate(this.#atEndOfTurn)
    }
    return this.#connection
  }

  first<Params, Row>(statement: Statement<Params, Row>, params: Params): Row | undefined {
    return this.#hold().first(statement, params)
  }

  all<Params, Row>(statement: Statement<Params, Row>, params: Params): Row[] {
    return this.#hold().all(statement, params)
  }

  /** Throws when the database does not answer. */
  ping(): void {
    this.#touch.get()
  }

  /** From now until `letGo` every read sees what is committed now. */
  pin(): void {
    this.#pinned = true
    this.#hold()
    // The transaction takes its state with its first read.
    this.#touch.get()
  }

  /** The next read sees what is committed by then. */
  letGo(): void {
    this.#pinned = false
    if (!this.#open) return
    this.#open = false
    this.#connection.endRead()
  }

  close(): void {
    this.letGo()
    this.#connection.close()
  }
}
