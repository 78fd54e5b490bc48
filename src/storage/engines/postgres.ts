import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { commitBatch } from '../batch.ts'
import { StoreError } from '../start-error.ts'
import type { Reader, Store } from '../store.ts'
import type { Unit, Waiting } from '../unit.ts'
import { callsInto } from '../waiting-calls.ts'
import { WriteQueue } from '../write-queue.ts'
import { mayRetry, PostgresConnection, query } from './postgres-connection.ts'

/** A transaction that lost against another server is tried again this often. */
const attempts = 8

/** Whether a connection that failed so is of no more use: it is lost, or the server at its end no longer takes changes, as after a failover. */
function isOver(error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  return code === '' || code === '25006' || code.startsWith('08') || code.startsWith('57')
}

/** One batch at a time for each tenant, over a bounded pool; several servers share one database. */
export class PostgresStore implements Store {
  readonly engine = 'postgres'
  readonly #calls = callsInto((call) => this.#enqueue(call))
  readonly write = this.#calls.write
  readonly rehearse = this.#calls.rehearse
  readonly submit = this.#calls.submit
  readonly #pool: Pool
  readonly reader: Reader
  readonly #queues = new Map<string, WriteQueue>()
  readonly #observe: (calls: number) => void
  #closed: Promise<void> | undefined

  constructor(pool: Pool, observe: (calls: number) => void = () => {}) {
    this.#pool = pool
    this.#observe = observe
    this.reader = {
      first: async (statement, params) => (await query(pool, statement, params)).rows[0],
      all: async (statement, params) => (await query(pool, statement, params)).rows,
    }
  }

  read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return work(this.reader)
  }

  #enqueue(call: Waiting): void {
    if (this.#closed !== undefined) call.reject(new StoreError('The server is shutting down.'))
    else this.#queueOf(call.tenant).push(call)
  }

  #queueOf(tenant: string): WriteQueue {
    const known = this.#queues.get(tenant)
    if (known) return known
    const queue = new WriteQueue(
      (units) => this.#commit(tenant, units),
      this.#observe,
      () => this.#forget(tenant),
    )
    this.#queues.set(tenant, queue)
    return queue
  }

  async #commit(tenant: string, units: Unit[]): Promise<() => void> {
    for (let attempt = 1; ; attempt++) {
      const client = await this.#pool.connect()
      let broken: Error | undefined
      try {
        return await commitBatch(new PostgresConnection(client), tenant, units)
      } catch (error) {
        if (isOver(error)) broken = error as Error
        if (!mayRetry(error) || attempt === attempts) throw error
      } finally {
        client.release(broken)
      }
      await wait(2 ** attempt * Math.random())
    }
  }

  /** Queues of tenants that fell silent are let go, so that their number does not grow for ever. */
  #forget(tenant: string): void {
    if (this.#queues.size > 1000) this.#queues.delete(tenant)
  }

  gauges(): Record<string, number> {
    let waiting = 0
    for (const queue of this.#queues.values()) waiting += queue.length
    return {
      writer_queue: waiting,
      pool_connections: this.#pool.totalCount,
      pool_idle: this.#pool.idleCount,
      pool_waiting: this.#pool.waitingCount,
    }
  }

  async ping(): Promise<void> {
    await this.#pool.query('select 1')
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish()
    return this.#closed
  }

  async #finish(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.finished()))
    await this.#pool.end()
  }
}
