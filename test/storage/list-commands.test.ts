import { expect, test } from 'vitest'
import type { ListCommand } from '../../src/storage/store.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { eventsBeside, openTestStore, settingsBeside } from './open-test-store.ts'
import { addSetting, asked } from './settings-statements.ts'

interface Change {
  readonly key: string
  readonly name: string
}

/** Adds settings; a name with `bad` in it makes the whole list throw. Notes the lists it was given. */
function adding(lists: string[][]): ListCommand<Change, string> {
  return {
    name: 'add-settings',
    key: ({ key }) => key,
    async run(tx, tenant, list) {
      lists.push(list.map(({ change }) => change.name))
      for (const { change, origin } of list) {
        await tx.run(addSetting, { name: change.name, value: tenant })
        tx.record({ kind: 'test_added', subject: change.name }, origin)
        if (change.name.includes('bad')) throw new Error(`bad ${change.name}`)
      }
      return list.map(({ change }) => `did ${change.name}`)
    },
  }
}

onEveryEngine('a list command', (engine) => {
  test('gets the calls that wait at the same time as one list, and gives each caller his own outcome and event', async () => {
    const opened = await openTestStore(engine)
    const lists: string[][] = []
    const command = adding(lists)
    const names = ['a1', 'a2', 'a3', 'a4']
    const outcomes = await Promise.all(names.map((name) => opened.store.submit(command, 't', asked(`of ${name}`), { key: name, name })))
    expect(lists).toEqual([names])
    expect(outcomes).toEqual(names.map((name) => `did ${name}`))
    expect((await eventsBeside(opened, 't')).map(({ subject, request_id }) => [subject, request_id])).toEqual(
      names.map((name) => [name, `of ${name}`]),
    )
  })

  test('does not count as a commit after which remembered things are read again, while a write does', async () => {
    const { store } = await openTestStore(engine)
    const alone = engine.name === 'sqlite'
    await store.write('t', asked(), async (tx) => tx.run(addSetting, { name: 'c0', value: '' }))
    const before = store.reader.commits
    expect(before === undefined).toBe(!alone)
    await store.submit(adding([]), 't', asked(), { key: 'c1', name: 'c1' })
    expect(store.reader.commits).toBe(before)
    // One that shares its commit with a list counts.
    await Promise.all([
      store.submit(adding([]), 't', asked(), { key: 'c2', name: 'c2' }),
      store.write('t', asked(), async (tx) => tx.run(addSetting, { name: 'c3', value: '' })),
    ])
    expect(store.reader.commits === before).toBe(!alone)
  })

  test('is split when it throws: only the guilty fail, and nothing of them stays', async () => {
    const opened = await openTestStore(engine)
    const lists: string[][] = []
    const command = adding(lists)
    await opened.store.write('t', asked(), async (tx) => tx.run(addSetting, { name: 'b-taken', value: '' }))
    const names = ['b1', 'b-bad', 'b2', 'b-taken', 'b3']
    const outcomes = await Promise.allSettled(
      names.map((name) => opened.store.submit(command, 't', asked(`of ${name}`), { key: name, name })),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: new Error('bad b-bad') })
    expect(lists).toEqual([names, ['b1'], ['b-bad'], ['b2'], ['b-taken'], ['b3']])
    expect(await settingsBeside(opened, 'b')).toEqual(['b-taken', 'b1', 'b2', 'b3'])
    expect((await eventsBeside(opened, 't')).map(({ seq, request_id }) => [seq, request_id])).toEqual([
      [1, 'of b1'],
      [2, 'of b2'],
      [3, 'of b3'],
    ])
  })

  test('never gets two changes of one key in one list, and gets them in the order in which they came', async () => {
    const opened = await openTestStore(engine)
    const lists: string[][] = []
    const command = adding(lists)
    const changes = ['x', 'y', 'x', 'z', 'x', 'y'].map((key, index) => ({ key, name: `c-${key}${index}` }))
    await Promise.all(changes.map((change) => opened.store.submit(command, 't', asked(), change)))
    expect(lists).toEqual([['c-x0', 'c-y1', 'c-z3'], ['c-x2', 'c-y5'], ['c-x4']])
  })

  test('never gets changes of two tenants in one list', async () => {
    const opened = await openTestStore(engine)
    const lists: string[][] = []
    const command = adding(lists)
    const calls = ['1', '2', '3', '4'].map((name) =>
      opened.store.submit(command, Number(name) % 2 ? 'odd' : 'even', asked(), { key: name, name: `d${name}` }),
    )
    await Promise.all(calls)
    expect(lists.map((list) => list.join()).sort()).toEqual(['d1,d3', 'd2,d4'])
  })
})
