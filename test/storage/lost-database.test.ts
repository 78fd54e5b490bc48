import { Socket } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { readPostgres } from '../../src/storage/engines/open-postgres.ts'
import { statement } from '../../src/storage/statement.ts'
import type { TestEngine } from '../kit/engines.ts'
import { migratedDatabase } from '../kit/migrated.ts'
import { eventsBeside, openTestStore, settingsBeside, type TestStore } from './open-test-store.ts'
import { addSetting, asked, namesLike } from './settings-statements.ts'
import { startSeveringProxy } from './severing-proxy.ts'

const url = inject('postgres')
const postgres: TestEngine = { name: 'postgres', newDatabase: () => migratedDatabase(url as string) }

const endOwnBackend = statement((db, _p: object) => ({
  compile: () => sql<object>`select pg_terminate_backend(pg_backend_pid())`.compile(db),
}))

const onlyReadsFromNowOn = statement((db, _p: object) => ({
  compile: () => sql`set session characteristics as transaction read only`.compile(db),
}))

const add = ({ store }: TestStore, name: string) =>
  store.write('t', asked(name), async (tx) => {
    tx.record({ kind: 'test_added', subject: name })
    await tx.run(addSetting, { name, value: '' })
  })

async function kept(opened: TestStore): Promise<string[]> {
  const names = await settingsBeside(opened, 'k')
  const rows = await eventsBeside(opened, 't')
  expect(rows.map(({ subject }) => subject).toSorted()).toEqual(names)
  expect(rows.map(({ seq }) => seq)).toEqual(names.map((_, index) => index + 1))
  return names
}

describe.skipIf(!url)('a connection to PostgreSQL that is lost', () => {
  test('in a unit: every call of the batch fails, nothing is left, and the next batch works', async () => {
    const opened = await openTestStore(postgres)
    await add(opened, 'k0')
    const outcomes = await Promise.allSettled([
      add(opened, 'k1'),
      opened.store.write('t', asked(), (tx) => Promise.resolve(tx.first(endOwnBackend, {}))),
      add(opened, 'k2'),
    ])
    expect(opened.batches.at(-1)).toBe(3)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await add(opened, 'k3')
    expect(await kept(opened)).toEqual(['k0', 'k3'])
  })

  test.each(['before', 'after'] as const)(
    'as the commit is sent, %s it arrives: nobody is told of a success, and all or nothing is there',
    async (when) => {
      const direct = await openTestStore(postgres)
      const proxy = await startSeveringProxy(direct.databaseUrl as string)
      onTestFinished(() => proxy.stop())
      const opened = await openTestStore(postgres, { ...direct, databaseUrl: proxy.url })
      await add(opened, 'k0')
      proxy.cutAt('commit\0', when)
      // The last unit writes nothing: its release and the commit are then on their way together.
      const outcomes = await Promise.allSettled([
        add(opened, 'k1'),
        add(opened, 'k2'),
        opened.store.write('t', asked(), async () => 'read'),
      ])
      const alone = await Promise.allSettled([opened.store.write('t', asked(), async () => 'read')])
      proxy.heal()
      expect([...outcomes, ...alone].map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
      // The database may still be at a commit that arrived: the next change waits for the stream that it holds.
      await add(opened, 'k9')
      const possible =
        when === 'before'
          ? [['k0', 'k9']]
          : [
              ['k0', 'k9'],
              ['k0', 'k1', 'k2', 'k9'],
            ]
      expect(possible).toContainEqual(await kept(direct))
    },
  )

  test('before what goes ahead of the commit arrives: the commit fails with it, and nothing is left unhandled', async () => {
    const direct = await openTestStore(postgres)
    const proxy = await startSeveringProxy(direct.databaseUrl as string)
    onTestFinished(() => proxy.stop())
    const opened = await openTestStore(postgres, { ...direct, databaseUrl: proxy.url })
    await add(opened, 'k0')
    proxy.cutAt('release unit', 'before')
    // Two units, so that each has a savepoint to release.
    const outcomes = await Promise.allSettled(['one', 'other'].map((name) => opened.store.write('t', asked(), async () => name)))
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual([
      expect.stringMatching(/Connection terminated|ECONNRESET/),
      expect.stringMatching(/Connection terminated|ECONNRESET/),
    ])
    proxy.heal()
    await add(opened, 'k1')
    expect(await kept(direct)).toEqual(['k0', 'k1'])
  })

  test('whose server only reads from now on, as after a failover: one change fails, and the next one asks for a new connection', async () => {
    const opened = await openTestStore(postgres)
    await opened.store.write('t', asked(), async (tx) => tx.run(onlyReadsFromNowOn, {}))
    await expect(add(opened, 'k1')).rejects.toMatchObject({ code: '25006' })
    await add(opened, 'k2')
    expect(await kept(opened)).toEqual(['k2'])
  })

  test('by who reads all as of one moment: he is told so, and reads nothing of a later one', async () => {
    const opened = await openTestStore(postgres)
    await add(opened, 'k1')
    const { reader, close } = await readPostgres(opened.databaseUrl as string, true)
    onTestFinished(close)
    const names = () => Promise.resolve(reader.all(namesLike, { like: 'k%' }))
    expect(await names()).toEqual([{ name: 'k1' }])
    await add(opened, 'k2')
    expect(await names()).toEqual([{ name: 'k1' }])
    await expect(Promise.resolve(reader.first(endOwnBackend, {}))).rejects.toThrow()
    await expect(names()).rejects.toThrow()
  })

  test('without a word is noticed by the system, which is asked to look after each', async () => {
    const looked = vi.spyOn(Socket.prototype, 'setKeepAlive')
    onTestFinished(() => void looked.mockRestore())
    await add(await openTestStore(postgres), 'k1')
    expect(looked.mock.calls).toContainEqual([true, 10_000])
  })
})
