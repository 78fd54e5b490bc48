import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { type Log, LogSync } from '../../src/storage/engines/log-sync.ts'
import { openPostgres } from '../../src/storage/engines/open-postgres.ts'
import { SqliteStore } from '../../src/storage/engines/sqlite.ts'
import { statement } from '../../src/storage/statement.ts'
import { newDatabase } from '../kit/postgres.ts'
import { addSetting, asked, namesLike } from './settings-statements.ts'

const url = inject('postgres')

/** A disk that is done when the test says so. */
function slowDisk() {
  const waiting: PromiseWithResolvers<void>[] = []
  const log: Log = {
    durable() {
      const done = Promise.withResolvers<void>()
      waiting.push(done)
      return done.promise
    },
    close: () => {},
  }
  return { waiting, log }
}

function storeOn(log: Log) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-durable-'))
  const store = new SqliteStore({ folder, log })
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const keep = (name: string) => store.write('t', asked(), async (tx) => tx.run(addSetting, { name, value: name }))
  const kept = async () => (await store.reader.all(namesLike, { like: 'k%' })).map(({ name }) => name)
  return { store, keep, kept }
}

const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
}

describe('a change on SQLite', () => {
  test('is told, and seen by anybody, when the disk has it and not before', async () => {
    const { waiting, log } = slowDisk()
    const { keep, kept } = storeOn(log)
    const told: string[] = []
    const first = keep('k1').then(() => told.push('k1'))
    await vi.waitUntil(() => waiting.length === 1)
    const second = keep('k2').then(() => told.push('k2'))
    await turns()
    expect({ told, kept: await kept(), waiting: waiting.length }).toEqual({ told: [], kept: [], waiting: 1 })
    waiting[0]?.resolve()
    await first
    expect(await kept()).toEqual(['k1'])
    await vi.waitUntil(() => waiting.length === 2)
    await turns()
    expect({ told, kept: await kept() }).toEqual({ told: ['k1'], kept: ['k1'] })
    waiting[1]?.resolve()
    await second
    expect(await kept()).toEqual(['k1', 'k2'])
  })

  test('is refused when the disk fails, and so is everything behind it; what is shown stays what was durable', async () => {
    const { waiting, log } = slowDisk()
    const { store, keep, kept } = storeOn(log)
    const fine = keep('k1')
    await vi.waitUntil(() => waiting.length === 1)
    waiting[0]?.resolve()
    await fine
    const lost = keep('k2')
    await vi.waitUntil(() => waiting.length === 2)
    waiting[1]?.reject(new Error('EIO: i/o error, fdatasync'))
    await expect(lost).rejects.toThrow('The disk did not keep the last changes. Start the server again when it works.')
    await expect(keep('k3')).rejects.toThrow(/^The disk did not keep/)
    await expect(store.ping()).rejects.toThrow(/^The disk did not keep/)
    expect(await kept()).toEqual(['k1'])
  })

  test('is there for who reads after somebody whose reading failed, which ends his transaction', async () => {
    const { waiting, log } = slowDisk()
    const { store, keep, kept } = storeOn(log)
    // What SQLite does by itself where the disk or the memory fails.
    await store.reader.first(endsTransaction, {})
    await turns()
    const first = keep('k1')
    await vi.waitUntil(() => waiting.length === 1)
    waiting[0]?.resolve()
    await first
    expect(await kept()).toEqual(['k1'])
  })

  test('that a failing disk dropped does not get into the database: the next start has what was durable', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-durable-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const kept = `${databaseIn(folder)}-wal`
    let durable = 0
    const log: Log = {
      async durable() {
        const written = statSync(kept).size
        if (durable > 0) {
          // What the system could not write it forgets.
          const file = openSync(kept, 'r+')
          writeSync(file, Buffer.alloc(written - durable), 0, written - durable, durable)
          closeSync(file)
          throw new Error('EIO: i/o error, fdatasync')
        }
        durable = written
      },
      close: () => {},
    }
    const keep = (store: SqliteStore, name: string) => store.write('t', asked(), async (tx) => tx.run(addSetting, { name, value: name }))
    const lost = new SqliteStore({ folder, log })
    await keep(lost, 'k1')
    await expect(keep(lost, 'k2')).rejects.toThrow(/^The disk did not keep/)
    await lost.close()
    const next = new SqliteStore({ folder })
    await keep(next, 'k3')
    expect((await next.reader.all(namesLike, { like: 'k%' })).map(({ name }) => name)).toEqual(['k1', 'k3'])
    await next.close()
  })

  test('reaches the disk before it is told: the log that the store waits for is the one that SQLite writes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-durable-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const log = new LogSync(databaseIn(folder))
    await expect(log.durable(), 'no log before the first commit').rejects.toThrow(/ENOENT/)
    const store = new SqliteStore({ folder, log })
    await store.write('t', asked(), async (tx) => tx.run(addSetting, { name: 'k1', value: '' }))
    expect(await store.write('t', asked(), async (tx) => tx.first(journal, {}))).toEqual({ journal_mode: 'wal', synchronous: 1 })
    await store.close()
  })
})

const endsTransaction = statement((db, _p: object) => ({ compile: () => sql`rollback`.compile(db) }))

const journal = statement((db, _p: object) => ({
  compile: () => sql<object>`select j.journal_mode, s.synchronous from pragma_journal_mode j, pragma_synchronous s`.compile(db),
}))

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
