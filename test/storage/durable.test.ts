import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { openPostgres } from '../../src/storage/engines/open-postgres.ts'
import { statement } from '../../src/storage/statement.ts'
import { newDatabase } from '../kit/postgres.ts'
import { openTestStore } from './open-test-store.ts'
import { asked } from './settings-statements.ts'

const url = inject('postgres')

/** 2 is FULL: each commit reaches the disk before it is answered. Source: SQLite, PRAGMA synchronous. */
const kept = statement((db, _p: object) => ({
  compile: () => sql<object>`select s.synchronous, j.journal_mode from pragma_synchronous s, pragma_journal_mode j`.compile(db),
}))

test('a unit on SQLite is written ahead and synchronized in full', async () => {
  const { store } = await openTestStore({ name: 'sqlite', newDatabase: async () => undefined })
  expect(await store.write('t', asked(), async (tx) => tx.first(kept, {}))).toEqual({ synchronous: 2, journal_mode: 'wal' })
})

const waits = statement((db, _p: object) => ({
  compile: () => sql<{ waits: string }>`select current_setting('synchronous_commit') as waits`.compile(db),
}))

test.skipIf(!url).for([
  ['off', 'on'],
  ['remote_apply', 'remote_apply'],
])('a unit on PostgreSQL waits for the disk where the database is set to %s', async ([set, used]) => {
  const database = await newDatabase(url as string)
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  await client.query(`alter database ${new URL(database).pathname.slice(1)} set synchronous_commit = ${set}`)
  await client.end()
  const store = await openPostgres({ url: database })
  const row = await store.write('t', asked(), async (tx) => tx.first(waits, {}))
  await store.close()
  expect(row).toEqual({ waits: used })
})
