import pg from 'pg'
import { migrationsTable, pending, requireCurrent, settingsTable } from '../migrations/run.ts'
import { NotStarted, StoreError } from '../start-error.ts'
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
    // A database whose machine or line dies says nothing: whoever waits for its answer would wait for ever, and his tenant's writers with him. So it is
    // noticed within half a minute, or, where the line died with something still on its way, when the system gives up sending it again.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
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
  const { code } = error as { code?: string }
  // A table that is not there: nobody started a server on this database.
  if (code === '42P01')
    return new NotStarted(`No directory in PostgreSQL at ${host}${pathname} yet. Start the server once: rollcall serve.`)
  if (code === '42501') {
    const wayOut = 'Make the role in ROLLCALL_DATABASE_URL the owner of the database: alter database … owner to …'
    return new StoreError(`PostgreSQL at ${host}${pathname} can't be used (${(error as Error).message}). ${wayOut}`)
  }
  return new StoreError(
    `PostgreSQL at ${host}${pathname} can't be used (${(error as Error).message || code}). Check ROLLCALL_DATABASE_URL and that the server runs.`,
  )
}

/** What an extension brings is nobody's: many providers put one into every new database. */
const foundTables = `
  select count(*) filter (where relname = 'migrations') as ours, count(*) as tables, current_setting('server_encoding') as encoding
  from pg_class tables
  where relnamespace = (select oid from pg_namespace where nspname = current_schema()) and relkind in ('r', 'p', 'v', 'm', 'f')
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = tables.oid and deptype = 'e')`

/** Encodings that hold every character; SQL_ASCII keeps the bytes that it is given. */
const encodings = ['UTF8', 'SQL_ASCII']

async function requireOurs(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query(foundTables)
  const [{ ours, tables, encoding }] = rows as [{ ours: number; tables: number; encoding: string }]
  if (tables > 0 && ours === 0)
    throw new StoreError(`The database holds another program's tables. Give Rollcall a database of its own in ROLLCALL_DATABASE_URL.`)
  if (ours === 0 && !encodings.includes(encoding)) {
    const wayOut = `Make one with: create database … template template0 encoding 'UTF8'`
    throw new StoreError(`The database in ROLLCALL_DATABASE_URL has the encoding ${encoding}, which does not hold every name. ${wayOut}`)
  }
}

async function migrate(client: pg.PoolClient): Promise<void> {
  await client.query('begin')
  await client.query(`select pg_advisory_xact_lock(${migrationLock})`)
  await requireOurs(client)
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
export async function readPostgres(url: string, oneMoment = false): Promise<{ reader: Reader; schema: number; close(): Promise<void> }> {
  const pool = poolOf(url, 1)
  // The pool would go on with a new connection when the one with the moment is lost, and so with what is there by then.
  let held: pg.PoolClient | undefined
  let schema: number
  const close = async () => {
    held?.release(true)
    await pool.end()
  }
  try {
    if (oneMoment) held = await pool.connect()
    await held?.query('begin transaction isolation level repeatable read, read only')
    const { rows } = await (held ?? pool).query('select coalesce(max(id), 0) as id from migrations')
    schema = Number(rows[0].id)
    requireCurrent(schema)
  } catch (error) {
    await close()
    throw error instanceof StoreError ? error : unreachable(url, error)
  }
  const on = held ?? pool
  return {
    reader: {
      first: async (statement, params) => (await query(on, statement, params)).rows[0],
      all: async (statement, params) => (await query(on, statement, params)).rows,
    },
    schema,
    close,
  }
}
