import pg from 'pg'
import { migrationsTable, pending, settingsTable } from '../migrations/run.ts'
import { StoreError } from '../start-error.ts'
import type { Reader } from '../store.ts'
import { PostgresStore } from './postgres.ts'
import { query } from './postgres-connection.ts'

/** Any number that only Rollcall uses: servers that start together migrate one after the other. */
const migrationLock = 7_470_001

/** Whole numbers up to 2^53 arrive as numbers: every bigint of ours is a time, a count or a Uin. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** A database that is set up not to wait for its disk waits for ours; one that waits for its standbys too goes on doing so. */
const durable = `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`

function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'rollcall',
    connectionTimeoutMillis: 5000,
    pipeline: true,
  } as pg.PoolConfig)
  // A connection that breaks is replaced by the pool; the query it was used for, or the next one, says so.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    client.query(durable).catch(() => {})
  })
  return pool
}

function unreachable(url: string, error: unknown): StoreError {
  const { host, pathname } = new URL(url)
  // A table that is not there: nobody started a server on this database.
  if ((error as { code?: string }).code === '42P01')
    return new StoreError(`No directory in PostgreSQL at ${host}${pathname} yet. Start the server once: rollcall serve.`)
  return new StoreError(
    `PostgreSQL at ${host}${pathname} can't be used (${(error as Error).message || (error as { code?: string }).code}). Check ROLLCALL_DATABASE_URL and that the server runs.`,
  )
}

async function migrate(client: pg.PoolClient): Promise<void> {
  await client.query('begin')
  await client.query(`select pg_advisory_xact_lock(${migrationLock})`)
  const { rows } = await client.query(
    `select count(*) filter (where table_name = 'migrations') as ours, count(*) as tables from information_schema.tables where table_schema = current_schema()`,
  )
  if (rows[0].tables > 0 && rows[0].ours === 0) {
    throw new StoreError(`The database holds another program's tables. Give Rollcall a database of its own in ROLLCALL_DATABASE_URL.`)
  }
  await client.query(`${migrationsTable}; ${settingsTable}`)
  const applied = await client.query('select coalesce(max(id), 0) as id from migrations')
  for (const { id, name, statements } of pending('postgres', Number(applied.rows[0].id))) {
    for (const sql of statements) await client.query(sql)
    await client.query('insert into migrations values ($1, $2, $3)', [id, name, Date.now()])
  }
  await client.query('commit')
}

export interface PostgresOptions {
  readonly url: string
  /** Connections at most. */
  readonly pool?: number
  observeBatch?(calls: number): void
}

/** Connects, brings the schema up to date under a lock, and answers the store. */
export async function openPostgres(options: PostgresOptions): Promise<PostgresStore> {
  const pool = poolOf(options.url, options.pool ?? 16)
  try {
    const client = await pool.connect()
    try {
      await migrate(client)
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    throw error instanceof StoreError ? error : unreachable(options.url, error)
  }
  return new PostgresStore(pool, options.observeBatch)
}

/** Reads a database beside the servers that run on it: for the command line. With `oneMoment`, everything as it stood when the first thing was read. */
export async function readPostgres(url: string, oneMoment = false): Promise<{ reader: Reader; close(): Promise<void> }> {
  const pool = poolOf(url, 1)
  try {
    if (oneMoment) await pool.query('begin transaction isolation level repeatable read, read only')
    await pool.query('select 1 from migrations limit 1')
  } catch (error) {
    await pool.end()
    throw unreachable(url, error)
  }
  return {
    reader: {
      first: async (statement, params) => (await query(pool, statement, params)).rows[0],
      all: async (statement, params) => (await query(pool, statement, params)).rows,
    },
    close: () => pool.end(),
  }
}
