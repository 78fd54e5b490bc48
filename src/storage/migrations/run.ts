import type { Kysely } from 'kysely'
import type { SqliteConnection } from '../engines/sqlite-connection.ts'
import { NotStarted, StoreError } from '../start-error.ts'
import { builders, type Engine } from '../statement.ts'
import { migrations } from './all.ts'

const newest = migrations.at(-1)?.id ?? 0

const tooNew = (applied: number) =>
  new StoreError(
    `The directory was written by a newer Rollcall (schema ${applied}, this program knows ${newest}). Start the newer version.`,
  )

/** Refuses a directory of a newer schema. */
export function requireKnown(applied: number): void {
  if (applied > newest) throw tooNew(applied)
}

/** For who only reads, and brings nothing up to date. */
export function requireCurrent(applied: number): void {
  requireKnown(applied)
  if (applied < newest)
    throw new NotStarted(
      `The directory was written by an older Rollcall (schema ${applied}, this program reads ${newest}). Start this version of the server once, which brings it up to date: rollcall serve.`,
    )
}

/** What brings a schema of version `applied` up to date, in order; refuses one that is newer than this program. */
export function pending(engine: Engine, applied: number): { id: number; name: string; statements: string[] }[] {
  requireKnown(applied)
  const db = builders[engine] as unknown as Kysely<unknown>
  return migrations
    .filter(({ id }) => id > applied)
    .map(({ id, name, up }) => ({ id, name, statements: up(db, engine).map((built) => built.compile().sql) }))
}

export const migrationsTable =
  'create table if not exists migrations (id integer primary key, name text not null, applied_at bigint not null)'
export const settingsTable = 'create table if not exists settings (name text primary key, value text not null)'

/** Brings a SQLite database up to date in one transaction, so that an interrupted migration leaves the old schema. */
export function migrateSqlite(connection: SqliteConnection): void {
  const { database } = connection
  connection.begin()
  try {
    database.exec(`${migrationsTable}; ${settingsTable}`)
    const applied = Number(database.prepare('select coalesce(max(id), 0) as id from migrations').get()?.id)
    for (const { id, name, statements } of pending('sqlite', applied)) {
      for (const sql of statements) database.exec(sql)
      database.prepare('insert into migrations values (?, ?, ?)').run(id, name, Date.now())
    }
    connection.commit()
  } catch (error) {
    connection.rollback()
    throw error
  }
}
