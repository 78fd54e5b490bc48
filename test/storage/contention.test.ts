import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { statement } from '../../src/storage/statement.ts'
import { setSetting } from '../../src/storage/tables/settings.ts'
import type { TestEngine } from '../kit/engines.ts'
import { migratedDatabase } from '../kit/migrated.ts'
import { eventsBeside, openTestStore, type TestStore } from './open-test-store.ts'
import { addSetting, asked } from './settings-statements.ts'

const url = inject('postgres')
const postgres: TestEngine = { name: 'postgres', newDatabase: () => migratedDatabase(url as string) }

const fail = (code: string) =>
  statement((db, _p: object) => ({
    compile: () => sql.raw(`do $$ begin raise exception 'lost' using errcode = '${code}'; end $$`).compile(db),
  }))

describe.skipIf(!url)('transactions of several servers on PostgreSQL', () => {
  test('that wait for each other in a circle both succeed: the one that the database ends is tried again', async () => {
    const first = await openTestStore(postgres)
    const second = await openTestStore(postgres, first)
    const meeting = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
    let runs = 0
    const cross = ({ store }: TestStore, tenant: string, mine: 0 | 1, names: [string, string]) =>
      store.write(tenant, asked(tenant), async (tx) => {
        runs++
        await tx.run(setSetting, { name: names[0], value: tenant })
        meeting[mine].resolve()
        await meeting[mine === 0 ? 1 : 0].promise
        await tx.run(setSetting, { name: names[1], value: tenant })
        tx.record({ kind: 'test_crossed', subject: tenant })
        return tenant
      })
    const outcomes = await Promise.all([cross(first, 'a', 0, ['x', 'y']), cross(second, 'b', 1, ['y', 'x'])])
    expect(outcomes).toEqual(['a', 'b'])
    // Once each, and once again at least: on a busy machine they may meet in a circle again.
    expect(runs).toBeGreaterThanOrEqual(3)
    expect((await eventsBeside(first, 'a')).map(({ seq }) => seq)).toEqual([1])
    expect((await eventsBeside(first, 'b')).map(({ seq }) => seq)).toEqual([1])
  })

  test.each(['40001', '40P01'])('that fail with %s are tried again as a whole, every unit of the batch', async (code) => {
    const opened = await openTestStore(postgres)
    const runs = { before: 0, losing: 0, after: 0 }
    const unit = (name: keyof typeof runs, losing = false) =>
      opened.store.write('t', asked(name), async (tx) => {
        runs[name]++
        tx.record({ kind: 'test_added', subject: name })
        await tx.run(addSetting, { name, value: '' })
        if (losing && runs[name] < 3) await tx.run(fail(code), {})
        return runs[name]
      })
    expect(await Promise.all([unit('before'), unit('losing', true), unit('after')])).toEqual([3, 3, 1])
    expect((await eventsBeside(opened, 't')).map(({ seq, subject }) => [seq, subject])).toEqual([
      [1, 'before'],
      [2, 'losing'],
      [3, 'after'],
    ])
  })

  test('that fail before they have their stream leave their connection as it was', async () => {
    const { store } = await openTestStore(postgres)
    const write = (tenant: string) => store.write(tenant, asked(), async () => tenant)
    // PostgreSQL takes no such text.
    await expect(write('t\0')).rejects.toMatchObject({ code: '22021' })
    expect(await write('t')).toBe('t')
  })

  test('that lose again and again are told so in the end, and leave nothing', async () => {
    const opened = await openTestStore(postgres)
    const losing = opened.store.write('t', asked(), async (tx) => {
      tx.record({ kind: 'test_added', subject: 's' })
      await tx.run(fail('40001'), {})
    })
    await expect(losing).rejects.toMatchObject({ code: '40001' })
    expect(await eventsBeside(opened, 't')).toEqual([])
  })
})
