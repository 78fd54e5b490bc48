import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { SqliteStore } from '../../src/storage/engines/sqlite.ts'
import { statement } from '../../src/storage/statement.ts'
import type { TestEngine } from '../kit/engines.ts'
import { eventsBeside, openTestStore, settingsBeside } from './open-test-store.ts'
import { addSetting, asked } from './settings-statements.ts'

const sqlite: TestEngine = { name: 'sqlite', newDatabase: async () => undefined }

const pageCount = statement((db, _p: object) => ({ compile: () => sql<{ page_count: number }>`pragma page_count`.compile(db) }))
const twentyPagesMore = (now: number) =>
  statement((db, _p: object) => ({ compile: () => sql.raw(`pragma max_page_count = ${now + 20}`).compile(db) }))
const noBound = statement((db, _p: object) => ({ compile: () => sql.raw('pragma max_page_count = 1000000').compile(db) }))

test('a unit that finds the database full fails and leaves nothing; with room again everything works', async () => {
  const opened = await openTestStore(sqlite)
  const write = (name: string, size: number) =>
    opened.store.write('t', asked(name), async (tx) => {
      tx.record({ kind: 'test_added', subject: name })
      await tx.run(addSetting, { name, value: 'x'.repeat(size) })
    })
  await opened.store.write('t', asked(), async (tx) => {
    const { page_count } = (await tx.first(pageCount, {})) ?? { page_count: 0 }
    await tx.first(twentyPagesMore(page_count), {})
  })
  const names = ['a1', 'a2', 'a3', 'a4']
  const outcomes = await Promise.allSettled([write('a1', 10), write('a2', 1_000_000), write('a3', 10), write('a4', 1_000_000)])
  expect(opened.batches).toEqual([1, 4])
  const done = names.filter((_, index) => outcomes[index]?.status === 'fulfilled')
  expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('full') } })
  expect(await settingsBeside(opened, 'a')).toEqual(done)
  expect((await eventsBeside(opened, 't')).map(({ subject }) => subject)).toEqual(done)

  await opened.store.write('t', asked(), async (tx) => tx.first(noBound, {}))
  await write('b1', 1_000_000)
  expect(await settingsBeside(opened, 'b')).toEqual(['b1'])
  expect((await eventsBeside(opened, 't')).map(({ seq }) => seq)).toEqual([...done, 'b1'].map((_, index) => index + 1))
})

test('when the disk takes no more, a batch whose commit fails is told so and leaves nothing; what was acknowledged stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-full-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  // Writing beyond this many KiB of a file fails, as on a full disk: the kernel sees to it.
  const script = `trap '' XFSZ; ulimit -f 1500; exec "$0" "$1" "$2"`
  const child = spawnSync('bash', ['-c', script, process.execPath, fileURLToPath(new URL('./fill-disk.ts', import.meta.url)), folder], {
    encoding: 'utf8',
  })
  expect(child.stderr).toBe('')
  const report = JSON.parse(child.stdout) as { acknowledged: string[]; failed: { name: string; message: string }[] }
  expect(report.acknowledged.length).toBeGreaterThan(20)
  expect(report.failed.length).toBeGreaterThan(8)
  expect(new Set(report.failed.map(({ message }) => message))).toEqual(new Set([expect.stringMatching(/disk I\/O error|is full/)]))

  const store = new SqliteStore({ folder })
  onTestFinished(() => store.close())
  const beside = store.reader
  const opened = { store, beside, batches: [], folder, databaseUrl: undefined }
  expect(await settingsBeside(opened, 'n')).toEqual(report.acknowledged.toSorted())
  expect((await eventsBeside(opened, 't')).map(({ subject }) => subject).toSorted()).toEqual(report.acknowledged.toSorted())
  expect((await eventsBeside(opened, 't')).map(({ seq }) => seq)).toEqual(report.acknowledged.map((_, index) => index + 1))
})
