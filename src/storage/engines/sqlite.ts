import { existsSync } from 'node:fs'
import { commitBatch } from '../batch.ts'
import { OutcomeUnknown } from '../outcome-unknown.ts'
import { StoreError } from '../start-error.ts'
import type { Reader, Store } from '../store.ts'
import type { Unit, Waiting } from '../unit.ts'
import { callsInto } from '../waiting-calls.ts'
import { WriteQueue } from '../write-queue.ts'
import { startCheckpoints } from './checkpoints.ts'
import { checkOurs, openFolder, requireNoDraft, requireNoLink, requireWritable } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { type Log, LogSync } from './log-sync.ts'
import { closeUnmoved, openReader, openWriter } from './open-sqlite.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { TurnReader } from './turn-reader.ts'

export interface SqliteOptions {
  readonly folder: string
  /** Called with the number of calls that shared a commit. */
  observeBatch?(calls: number): void
  /** What makes the log durable; the disk's own way when absent. */
  readonly log?: Log
}

/**
 * One writer with group commit; readers see what is durable. SQLite writes its log without waiting for the disk (`synchronous=normal`); the
 * store waits for it, beside the loop, before anybody is told: as durable as `full`, and the server goes on meanwhile.
 */
export class SqliteStore implements Store {
  readonly engine = 'sqlite'
  readonly #calls = callsInto((call) => this.#enqueue(call))
  readonly write = this.#calls.write
  readonly rehearse = this.#calls.rehearse
  readonly submit = this.#calls.submit
  readonly #writer: SqliteConnection
  readonly #reader: TurnReader
  readonly #queue: WriteQueue
  readonly #log: Log
  /** Why nothing can be kept any more. */
  #lost: StoreError | undefined
  readonly #lock: { release(): void }
  readonly #file: string
  #checkpoints: ReturnType<typeof startCheckpoints> | undefined
  #closed: Promise<void> | undefined

  constructor(options: SqliteOptions) {
    const { database, lock } = openFolder(options.folder)
    requireNoDraft(database)
    requireNoLink(database)
    // With no lock file there, nobody has the database open; otherwise it must be ours first.
    if (!existsSync(lock)) checkOurs(database)
    this.#lock = lockFolder(lock)
    this.#file = database
    this.#log = options.log ?? new LogSync(database)
    try {
      checkOurs(database)
      requireWritable(database)
      this.#writer = openWriter(database)
      this.#reader = new TurnReader(openReader(database))
    } catch (error) {
      this.#lock.release()
      throw error
    }
    this.#queue = new WriteQueue((units) => this.#commit(units), options.observeBatch ?? (() => {}))
  }

  async #commit(units: Unit[]): Promise<() => void> {
    if (this.#lost) throw this.#lost
    if (units[0]?.rehearsal) return commitBatch(this.#writer, '', units)
    this.#checkpoints ??= startCheckpoints(this.#file)
    this.#reader.letGo()
    if (this.#checkpoints.due() && !(await this.#checkpoints.restart())) this.#writer.database.exec('pragma wal_checkpoint(restart)')
    // Until the log is durable everybody reads what was durable before.
    this.#reader.pin()
    try {
      const tell = await commitBatch(this.#writer, '', units)
      await this.#durable()
      if (!units.every(({ listed }) => listed)) this.#reader.commits++
      return tell
    } finally {
      if (!this.#lost) this.#reader.letGo()
    }
  }

  /** A disk that failed once may have dropped what it was given: nobody is told of more changes, nor shown these, until a new start has read what is there. */
  async #durable(): Promise<void> {
    try {
      await this.#log.durable()
    } catch (reason) {
      this.#lost = new StoreError('The disk did not keep the last changes. Start the server again when it works.', { cause: reason })
      throw new OutcomeUnknown(this.#lost.message, { cause: reason })
    }
  }

  get reader(): Reader {
    return this.#reader
  }

  async read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return work(this.#reader)
  }

  #enqueue(call: Waiting): void {
    if (this.#closed !== undefined) call.reject(new StoreError('The server is shutting down.'))
    else this.#queue.push(call)
  }

  gauges(): Record<string, number> {
    return { writer_queue: this.#queue.length }
  }

  async ping(): Promise<void> {
    if (this.#lost) throw this.#lost
    this.#reader.ping()
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish()
    return this.#closed
  }

  async #finish(): Promise<void> {
    await this.#queue.finished()
    await this.#checkpoints?.stop()
    const connections = [this.#reader, this.#writer]
    // What the disk dropped is still in the log for whoever looks no closer; the next start does.
    if (this.#lost) closeUnmoved(this.#file, connections)
    else for (const connection of connections) connection.close()
    this.#log.close()
    this.#lock.release()
  }
}
