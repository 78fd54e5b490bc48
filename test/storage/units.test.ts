import { expect, test } from 'vitest'
import type { Tx } from '../../src/storage/store.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { eventsBeside, openTestStore, settingsBeside } from './open-test-store.ts'
import { addSetting, asked, readSetting } from './settings-statements.ts'

const add = async (tx: Tx, name: string) => {
  await tx.run(addSetting, { name, value: 'x' })
  tx.record({ kind: 'test_added', subject: name })
}

onEveryEngine('a unit of work', (engine) => {
  test('happens wholly, with its events, or not at all', async () => {
    const opened = await openTestStore(engine)
    await opened.store.write('t', asked(), async (tx) => {
      await add(tx, 'a1')
      await add(tx, 'a2')
    })
    const failing = opened.store.write('t', asked(), async (tx) => {
      await add(tx, 'a3')
      await add(tx, 'a4')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await settingsBeside(opened, 'a')).toEqual(['a1', 'a2'])
    expect((await eventsBeside(opened, 't')).map(({ subject }) => subject)).toEqual(['a1', 'a2'])
  })

  test('sees what it has written, and nobody else does before the end', async () => {
    const opened = await openTestStore(engine)
    const inside = await opened.store.write('t', asked(), async (tx) => {
      await add(tx, 'b1')
      return { own: await tx.first(readSetting, { name: 'b1' }), others: await settingsBeside(opened, 'b') }
    })
    expect(inside).toEqual({ own: { value: 'x' }, others: [] })
  })

  test('is answered only when another connection can see it', async () => {
    const opened = await openTestStore(engine)
    const names = Array.from({ length: 40 }, (_, index) => `c${String(index).padStart(2, '0')}`)
    const seen = names.map((name) =>
      opened.store.write('t', asked(), (tx) => add(tx, name)).then(() => opened.beside.first(readSetting, { name })),
    )
    expect(await Promise.all(seen)).toEqual(names.map(() => ({ value: 'x' })))
  })

  test('is told that it failed only when the others of its batch can be seen', async () => {
    const opened = await openTestStore(engine)
    const failing = opened.store.write('t', asked(), async () => {
      throw new Error('no')
    })
    const seen = failing.catch(() => settingsBeside(opened, 'd'))
    await opened.store.write('t', asked(), (tx) => add(tx, 'd1'))
    expect(opened.batches).toEqual([2])
    expect(await seen).toEqual(['d1'])
  })
})

onEveryEngine('units that share a commit', (engine) => {
  test('fail alone: by a refusal, by an unexpected error, by a statement that the database refuses', async () => {
    const opened = await openTestStore(engine)
    const write = (work: (tx: Tx) => Promise<unknown>) => opened.store.write('t', asked(), work)
    const outcomes = await Promise.allSettled([
      write((tx) => add(tx, 'e1')),
      write(async (tx) => {
        await add(tx, 'e2')
        throw new Error('refused')
      }),
      write((tx) => add(tx, 'e3')),
      write(async (tx) => {
        await add(tx, 'e4')
        return (undefined as unknown as { no: string }).no
      }),
      write(async (tx) => {
        await add(tx, 'e5')
        await add(tx, 'e1')
      }),
      write((tx) => add(tx, 'e6')),
    ])
    expect(opened.batches).toEqual([6])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(await settingsBeside(opened, 'e')).toEqual(['e1', 'e3', 'e6'])
    expect((await eventsBeside(opened, 't')).map(({ seq, subject }) => [seq, subject])).toEqual([
      [1, 'e1'],
      [2, 'e3'],
      [3, 'e6'],
    ])
  })

  test('run one after the other: each sees what those before it did', async () => {
    const opened = await openTestStore(engine)
    const take = () =>
      opened.store.write('t', asked(), async (tx) => {
        if (await tx.first(readSetting, { name: 'f' })) return 'second'
        await add(tx, 'f')
        return 'first'
      })
    const outcomes = await Promise.all(Array.from({ length: 20 }, take))
    expect(outcomes.filter((outcome) => outcome === 'first')).toHaveLength(1)
    expect(opened.batches).toEqual([20])
  })

  test('more than a commit holds are all done', async () => {
    const opened = await openTestStore(engine)
    const names = Array.from({ length: 300 }, (_, index) => `g${index}`)
    await Promise.all(names.map((name) => opened.store.write('t', asked(), (tx) => add(tx, name))))
    expect(await settingsBeside(opened, 'g')).toHaveLength(300)
    expect(opened.batches.reduce((sum, calls) => sum + calls, 0)).toBe(300)
    expect(Math.max(...opened.batches)).toBe(128)
  })

  test('what was accepted is finished before the store closes, and nothing is accepted after', async () => {
    const opened = await openTestStore(engine)
    const accepted = Array.from({ length: 10 }, (_, index) => opened.store.write('t', asked(), (tx) => add(tx, `h${index}`)))
    const closed = opened.store.close()
    await expect(opened.store.write('t', asked(), (tx) => add(tx, 'h-late'))).rejects.toThrow('shutting down')
    await Promise.all(accepted)
    await closed
    expect(await settingsBeside(opened, 'h')).toHaveLength(10)
  })
})
