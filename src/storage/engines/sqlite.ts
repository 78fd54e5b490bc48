import { existsSync } from 'node:fs'
import { commitBatch } from '../batch.ts'
import { migrateSqlite } from '../migrations/run.ts'
import { StoreError } from '../start-error.ts'
import type { ListCommand, Origin, Reader, Store, Tx } from '../store.ts'
import type { Unit, Waiting } from '../unit.ts'
import { WriteQueue } from '../write-queue.ts'
import { startCheckpoints } from './checkpoints.ts'
import { applicationId, checkOurs, databaseIn, lockFolder, openFolder } from './data-folder.ts'
import { SqliteConnection } from './sqlite-connection.ts'

export interface SqliteOptions {
  readonly folder: string
  /** Called with the number of calls that shared a commit. */
  observeBatch?(calls: number): void
}

/** The connection that writes, on a schema that is up to date. A database of a newer schema is left as it is. */
function openWriter(file: string): SqliteConnection {
  const writer = new SqliteConnection(file)
  const { database } = writer
  try {
    if (Number(database.prepare('pragma application_id').get()?.application_id) !== applicationId) {
      database.exec(`pragma application_id = ${applicationId}`)
    }
    database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 0; pragma journal_size_limit = 67108864',
    )
    migrateSqlite(writer)
  } catch (error) {
    writer.close()
    throw error
  }
  return writer
}

/** One writer with group commit; readers see what is committed. Durable: WAL with `synchronous=FULL`. */
export class SqliteStore implements Store {
  readonly engine = 'sqlite'
  readonly #writer: SqliteConnection
  readonly #reader: SqliteConnection
  readonly #queue: WriteQueue
  readonly #lock: { release(): void }
  readonly #file: string
  #checkpoints: ReturnType<typeof startCheckpoints> | undefined
  #closed: Promise<void> | undefined

  constructor(options: SqliteOptions) {
    const { database, lock } = openFolder(options.folder)
    // With no lock file there, nobody has the database open; otherwise it must be ours first.
    if (!existsSync(lock)) checkOurs(database)
    this.#lock = lockFolder(lock)
    this.#file = database
    try {
      checkOurs(database)
      this.#writer = openWriter(database)
      this.#reader = new SqliteConnection(database)
      this.#reader.database.exec('pragma query_only = on')
    } catch (error) {
      this.#lock.release()
      throw error
    }
    this.#queue = new WriteQueue((units) => this.#commit(units), options.observeBatch ?? (() => {}))
  }

  async #commit(units: Unit[]): Promise<() => void> {
    this.#checkpoints ??= startCheckpoints(this.#file)
    if (this.#checkpoints.due()) {
      this.#writer.database.exec('pragma wal_checkpoint(restart)')
      this.#checkpoints.done()
    }
    const tell = await commitBatch(this.#writer, '', units)
    this.#reader.commits++
    return tell
  }

  get reader(): Reader {
    return this.#reader
  }

  async read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return work(this.#reader)
  }

  write<T>(tenant: string, origin: Origin, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#enqueue((promised) => ({ ...promised, tenant, origin, work }))
  }

  submit<Change, Outcome>(command: ListCommand<Change, Outcome>, tenant: string, origin: Origin, change: Change): Promise<Outcome> {
    return this.#enqueue((promised) => ({ ...promised, tenant, origin, command: command as ListCommand<unknown, unknown>, change }))
  }

  #enqueue<T>(call: (promised: { resolve(result: unknown): void; reject(reason: unknown): void }) => Waiting): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed !== undefined) reject(new StoreError('The server is shutting down.'))
      else this.#queue.push(call({ resolve: resolve as (result: unknown) => void, reject }))
    })
  }

  gauges(): Record<string, number> {
    return { writer_queue: this.#queue.length }
  }

  async ping(): Promise<void> {
    this.#reader.database.prepare('select 1').get()
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish()
    return this.#closed
  }

  async #finish(): Promise<void> {
    await this.#queue.finished()
    await this.#checkpoints?.stop()
    this.#reader.close()
    this.#writer.close()
    this.#lock.release()
  }
}

/** Reads a data folder beside the server that runs on it: for the command line. */
export function readSqlite(folder: string): { reader: Reader; close(): void } {
  const database = databaseIn(folder)
  if (!existsSync(database)) throw new StoreError(`No directory in ${folder} yet. Start the server once: rollcall serve.`)
  checkOurs(database)
  const reader = new SqliteConnection(database)
  reader.database.exec('pragma query_only = on')
  return { reader, close: () => reader.close() }
}
