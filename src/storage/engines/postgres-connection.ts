import { DatabaseError, type PoolClient, type QueryResult } from 'pg'
import type { Connection } from '../connection.ts'
import { OutcomeUnknown } from '../outcome-unknown.ts'
import type { Statement } from '../statement.ts'
import { dropEmptyStream, lockStream, openStream } from '../tables/event-streams.ts'

/** Anything that takes a query: the pool itself, or one client of it. */
interface Queryable {
  query(query: { name: string; text: string; values: unknown[] }): Promise<QueryResult>
}

/** Serialization failure and deadlock: nothing was changed, the same work may succeed now. */
const retryable = new Set(['40001', '40P01'])

/** Whether a transaction that failed for this reason may be tried again. */
export function mayRetry(reason: unknown): boolean {
  return retryable.has((reason as { code?: string }).code ?? '')
}

/** An error of the database is its answer: nothing was kept. Without one, or with the last word of a server that ends, nobody knows. */
function inDoubt(reason: Error & { code?: string }): never {
  if (reason instanceof DatabaseError && !/^(08|57P)|^40003$/.test(reason.code ?? '')) throw reason
  throw new OutcomeUnknown(`The connection to the database was lost before it answered a commit (${reason.message}).`, { cause: reason })
}

export async function query<Params, Row>(on: Queryable, statement: Statement<Params, Row>, params: Params): Promise<QueryResult> {
  const compiled = statement.compiled('postgres')
  return on.query({ name: `s${statement.id}`, text: compiled.sql, values: compiled.bind(params as object) })
}

/**
 * One pooled client in a transaction. What needs no answer (BEGIN, SAVEPOINT, RELEASE) is sent without waiting: the client keeps the order,
 * and a failure of it fails the statement behind it.
 */
export class PostgresConnection implements Connection {
  readonly #client: PoolClient
  #sent: Promise<unknown>[] = []
  /** The tenant whose stream this transaction made. */
  #opened: string | undefined

  constructor(client: PoolClient) {
    this.#client = client
  }

  #send(sql: string): void {
    const sent = this.#client.query(sql)
    sent.catch(() => {})
    this.#sent.push(sent)
  }

  /** Raises what an unawaited statement failed with, if the awaited one did not already. */
  async #settled(): Promise<void> {
    const sent = this.#sent
    this.#sent = []
    await Promise.all(sent)
  }

  async first<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row | undefined> {
    return (await query(this.#client, statement, params)).rows[0] as Row | undefined
  }

  async all<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    return (await query(this.#client, statement, params)).rows as Row[]
  }

  async run<Params>(statement: Statement<Params, unknown>, params: Params): Promise<number> {
    return (await query(this.#client, statement, params)).rowCount ?? 0
  }

  async begin(tenant: string): Promise<void> {
    // Whatever the database is set up for: what is read behind the stream's lock must be what its last holder committed.
    this.#send('begin isolation level read committed')
    try {
      if (await this.first(lockStream, { tenant })) return
      this.#opened = tenant
      await this.run(openStream, { tenant })
      await this.first(lockStream, { tenant })
    } catch (reason) {
      // Whoever waits for a lock can lose it in a deadlock of others: who has this connection next must not find the lost transaction.
      await this.rollback()
      throw reason
    }
  }

  savepoint(): void {
    this.#send('savepoint unit')
  }

  release(): void {
    this.#send('release unit')
  }

  async undo(): Promise<void> {
    this.#sent = []
    await this.#client.query('rollback to unit; release unit')
  }

  async commit(): Promise<void> {
    if (this.#opened !== undefined) await this.run(dropEmptyStream, { tenant: this.#opened })
    const sent = this.#client.query('commit')
    // When the connection breaks, what was sent before fails first: then nobody waits for this one.
    sent.catch(() => {})
    const { command } = await this.#settled()
      .then(() => sent)
      .catch(inDoubt)
    // An aborted transaction answers COMMIT with ROLLBACK and no error: that is a loss, not a success.
    if (command !== 'COMMIT') throw new Error(`the database answered COMMIT with ${command}`)
  }

  async rollback(): Promise<void> {
    this.#sent = []
    await this.#client.query('rollback').catch(() => {})
  }

  /** Another attempt must begin with the transaction: what it held until the lost statement may be the reason. */
  spoils(reason: unknown): boolean {
    return mayRetry(reason)
  }
}
