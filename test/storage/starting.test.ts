import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { keepCheck, unlock } from '../../src/storage/master-key.ts'
import { migrations } from '../../src/storage/migrations/all.ts'
import type { Vault } from '../../src/storage/vault.ts'
import { admin } from '../kit/admin.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { newDatabase } from '../kit/postgres.ts'
import { startTestServer, type TestServerOptions } from '../kit/server.ts'
import { openTestStore } from './open-test-store.ts'
import { asked } from './settings-statements.ts'

const url = inject('postgres')

async function start(options: TestServerOptions) {
  const server = await startTestServer(options)
  onTestFinished(async () => {
    await server.stop()
  })
  return server
}

async function ask<Row extends object>(databaseUrl: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

const tables = (databaseUrl: string) =>
  ask<{ table_name: string }>(databaseUrl, `select table_name from information_schema.tables where table_schema = 'public' order by 1`)

onEveryEngine('two servers that each find a new directory, with master keys of their own', (engine) => {
  test('the first to write decides, and the other is refused', async () => {
    const { store, folder } = await openTestStore(engine)
    const keys = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'))
    const [first, second] = await Promise.all(keys.map((key) => unlock(key, folder, store.reader, 'make')))
    const keep = (found: typeof first) =>
      store.write('accounts', asked(), (tx) => keepCheck(tx, found?.vault as Vault, found?.check as string))
    await keep(first)
    await expect(keep(second)).rejects.toThrow(/^The master key is not the one this directory is sealed with/)
    await keep(first)
  })
})

describe.skipIf(!url)('servers on a new PostgreSQL database', () => {
  test('start at the same time: one makes the schema and the first account, and all know the same', async () => {
    const databaseUrl = await newDatabase(url as string)
    const servers = await Promise.all(Array.from({ length: 4 }, () => start({ databaseUrl })))
    expect(new Set(servers.map(({ adminToken }) => adminToken)).size).toBe(1)
    expect(new Set(servers.map(({ start }) => start.firstKey.secretId)).size).toBe(1)
    expect(servers.filter(({ start }) => start.made.key)).toHaveLength(1)
    expect(servers.filter(({ start }) => start.made.adminToken)).toHaveLength(1)
    for (const server of servers) expect((await admin<{ items: object[] }>(server, 'GET', '/accounts')).body.items).toHaveLength(1)
    expect(await ask(databaseUrl, 'select count(*)::int as n, max(id)::int as id from migrations')).toEqual([
      { n: migrations.length, id: migrations.length },
    ])
  })

  test('start at the same time with master keys of their own: one decides, the others are told', async () => {
    const databaseUrl = await newDatabase(url as string)
    const keys = [1, 2, 3].map((byte) => Buffer.alloc(32, byte).toString('base64'))
    const started = await Promise.allSettled(keys.map((masterKey) => start({ databaseUrl, settings: { masterKey } })))
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of started) {
      if (outcome.status === 'rejected')
        expect(outcome.reason.message).toMatch(/^The master key is not the one this directory is sealed with/)
    }
    const decided = keys[started.findIndex(({ status }) => status === 'fulfilled')]
    await start({ databaseUrl, settings: { masterKey: decided } })
  })

  test('refuse a database of a newer schema and leave it as it is', async () => {
    const databaseUrl = await newDatabase(url as string)
    await (await startTestServer({ databaseUrl })).stop()
    await ask(databaseUrl, `insert into migrations values (999, '0999-later', 0)`)
    const before = await ask(databaseUrl, 'select * from event_streams, migrations order by 1, 4')
    await expect(start({ databaseUrl })).rejects.toThrow('The directory was written by a newer Rollcall (schema 999')
    expect(await ask(databaseUrl, 'select * from event_streams, migrations order by 1, 4')).toEqual(before)
  })

  test("refuse another program's database and leave it as it is", async () => {
    const databaseUrl = await newDatabase(url as string)
    await ask(databaseUrl, 'create table customers (id integer); insert into customers values (1)')
    await expect(start({ databaseUrl })).rejects.toThrow("holds another program's tables")
    expect(await tables(databaseUrl)).toEqual([{ table_name: 'customers' }])
  })

  test('refuse a database that does not answer or does not exist, without its password in the message', async () => {
    const missing = new URL(url as string)
    missing.pathname = '/nowhere'
    missing.password = 'very-secret'
    await expect(start({ databaseUrl: missing.toString() })).rejects.toThrow(
      /^PostgreSQL at 127.0.0.1:\d+\/nowhere can't be used \(database "nowhere" does not exist\)/,
    )
    const silent = new URL(missing)
    silent.port = '9'
    const refused = await start({ databaseUrl: silent.toString() }).catch((error: Error) => error.message)
    expect(refused).toMatch(/^PostgreSQL at 127.0.0.1:9\/nowhere can't be used \(.*ECONNREFUSED.*\)/)
    expect(refused).not.toContain('very-secret')
  })

  test('refuse another master key than the one it was made with, and a missing one', async () => {
    const databaseUrl = await newDatabase(url as string)
    await (await startTestServer({ databaseUrl })).stop()
    const masterKey = Buffer.alloc(32, 9).toString('base64')
    await expect(start({ databaseUrl, settings: { masterKey } })).rejects.toThrow(
      /^The master key is not the one this directory is sealed with/,
    )
    const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-keyless-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true }))
    await expect(start({ databaseUrl, settings: { masterKey: undefined, dataDir } })).rejects.toThrow(/master\.key is missing/)
    await start({ databaseUrl })
  })
})
