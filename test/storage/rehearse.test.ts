import { expect, test } from 'vitest'
import type { ListCommand, Tx } from '../../src/storage/store.ts'
import { contentOf } from '../kit/content.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { eventsBeside, openTestStore, settingsBeside, type TestStore } from './open-test-store.ts'
import { addSetting, asked, readSetting } from './settings-statements.ts'

async function add(tx: Tx, name: string): Promise<string> {
  await tx.run(addSetting, { name, value: 'x' })
  tx.record({ kind: 'test_added', subject: name, after: { name } })
  return `did ${name}`
}

const content = ({ folder, databaseUrl }: TestStore) => contentOf({ folder, databaseUrl })

onEveryEngine('a rehearsed unit of work', (engine) => {
  test('answers and records what it would, and leaves the database as it was', async () => {
    const opened = await openTestStore(engine)
    await opened.store.write('t', asked(), (tx) => add(tx, 'a1'))
    const before = await content(opened)
    const origin = asked('rehearsed')
    const rehearsed = await opened.store.rehearse('t', origin, async (tx) => {
      const seen = await tx.first(readSetting, { name: 'a1' })
      return [await add(tx, 'a2'), seen, await tx.first(readSetting, { name: 'a2' })]
    })
    expect(rehearsed).toEqual({
      result: ['did a2', { value: 'x' }, { value: 'x' }],
      events: [{ tenant: 't', origin, draft: { kind: 'test_added', subject: 'a2', after: { name: 'a2' } } }],
    })
    expect(await content(opened)).toEqual(before)
    expect(before.events).toHaveLength(1)
  })

  test('rejects with what it throws, or the database refuses, and leaves the database as it was', async () => {
    const opened = await openTestStore(engine)
    await opened.store.write('t', asked(), (tx) => add(tx, 'b1'))
    const before = await content(opened)
    const refused = opened.store.rehearse('new-tenant', asked(), async (tx) => {
      await add(tx, 'b2')
      throw new Error('refused')
    })
    await expect(refused).rejects.toThrow('refused')
    await expect(opened.store.rehearse('t', asked(), (tx) => add(tx, 'b1'))).rejects.toThrow(/unique/i)
    expect(await content(opened)).toEqual(before)
  })

  test('a tenant that has no stream yet gets none, and no place of a stream is used up', async () => {
    const opened = await openTestStore(engine)
    await opened.store.rehearse('fresh', asked(), (tx) => add(tx, 'c1'))
    expect((await content(opened)).event_streams).toEqual([])
    await opened.store.write('fresh', asked(), (tx) => add(tx, 'c1'))
    expect((await eventsBeside(opened, 'fresh')).map(({ seq, subject }) => [seq, subject])).toEqual([[1, 'c1']])
  })

  test('shares no transaction: writes before it are there, writes after it find nothing of it', async () => {
    const opened = await openTestStore(engine)
    const taken = (tx: Tx, name: string) => tx.first(readSetting, { name })
    const all = await Promise.all([
      opened.store.write('t', asked(), (tx) => add(tx, 'd1')),
      opened.store.rehearse('t', asked(), async (tx) => [await taken(tx, 'd1'), await taken(tx, 'd3'), await add(tx, 'd2')]),
      opened.store.rehearse('t', asked(), async (tx) => [await taken(tx, 'd2'), await add(tx, 'd2')]),
      opened.store.write('t', asked(), async (tx) => [await taken(tx, 'd2'), await add(tx, 'd3')]),
    ])
    expect(all[1].result).toEqual([{ value: 'x' }, undefined, 'did d2'])
    expect(all[2].result).toEqual([undefined, 'did d2'])
    expect(all[3]).toEqual([undefined, 'did d3'])
    expect(opened.batches).toEqual([1, 1])
    expect(await settingsBeside(opened, 'd')).toEqual(['d1', 'd3'])
  })

  test('among many writes of the same moment changes nothing of what they do', async () => {
    const opened = await openTestStore(engine)
    const adding: ListCommand<string, string> = {
      name: 'add-settings',
      key: (name) => name,
      run: async (tx, _tenant, list) => Promise.all(list.map(({ change }) => add(tx, change))),
    }
    const names = Array.from({ length: 300 }, (_, index) => `e${index}`)
    const calls = names.map((name, index) =>
      index % 5 === 0
        ? opened.store.rehearse('t', asked(), (tx) => add(tx, name)).then(({ result }) => result)
        : opened.store.submit(adding, 't', asked(), name),
    )
    expect(await Promise.all(calls)).toEqual(names.map((name) => `did ${name}`))
    const kept = names.filter((_, index) => index % 5 !== 0)
    expect(await settingsBeside(opened, 'e')).toEqual(kept.toSorted())
    expect((await eventsBeside(opened, 't')).map(({ subject }) => subject).toSorted()).toEqual(kept.toSorted())
    expect(opened.batches.reduce((sum, count) => sum + count, 0)).toBe(kept.length)
  })

  test('nothing is rehearsed by a store that is closing; what was accepted is finished', async () => {
    const opened = await openTestStore(engine)
    const accepted = opened.store.rehearse('t', asked(), (tx) => add(tx, 'f1'))
    const closed = opened.store.close()
    await expect(opened.store.rehearse('t', asked(), (tx) => add(tx, 'f2'))).rejects.toThrow('shutting down')
    expect((await accepted).result).toBe('did f1')
    await closed
  })
})
