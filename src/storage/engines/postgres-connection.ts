import type { PoolClient, QueryResult } from 'pg'
import type { Connection } from '../batch.ts'
import { bind, type Statement } from '../statement.ts'
import { lockStream, openStream } from '../tables/event-streams.ts'

/** Anything that takes a query: the pool itself, or one client of it. */
interface Queryable {
  query(query: { name: string; text: string; values: unknown[] }): Promise<QueryResult>
}

export async function query<Params, Row>(on: Queryable, statement: Statement<Params, Row>, params: Params): Promise<QueryResult> {
  const compiled = statement.compiled('postgres')
  return on.query({ name: `s${statement.id}`, text: compiled.sql, values: bind(compiled, params as object) })
}

/**
 * One pooled client in a transaction. What needs no answer (BEGIN, SAVEPOINT, RELEASE) is sent without waiting: the client keeps the order,
 * and a failure of it fails the statement behind it.
 */
export class PostgresConnection implements Connection {
  readonly #client: PoolClient
  #sent: Promise<unknown>[] = []

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
    this.#send('begin')
    if (await this.first(lockStream, { tenant })) return
    await this.run(openStream, { tenant })
    await this.first(lockStream, { tenant })
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
    const sent = this.#client.query('commit')
    await this.#settled()
    // An aborted transaction answers COMMIT with ROLLBACK and no error: that is a loss, not a success.
    const { command } = await sent
    if (command !== 'COMMIT') throw new Error(`the database answered COMMIT with ${command}`)
  }

  async rollback(): Promise<void> {
    this.#sent = []
    await this.#client.query('rollback').catch(() => {})
  }
}
