import { expect, test } from 'vitest'
import { statement } from '../../src/storage/statement.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { eventsBeside, openTestStore } from './open-test-store.ts'
import { asked } from './settings-statements.ts'

const streams = statement((db, _p: object) => db.selectFrom('event_streams').select(['tenant', 'seq']).orderBy('tenant'))

const places = (rows: { seq: number }[]) => rows.map(({ seq }) => seq)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

onEveryEngine('a stream of events', (engine) => {
  test('has no gap and its time never runs backwards, whatever the clock does and whoever fails', async () => {
    const opened = await openTestStore(engine)
    const clocks = [5000, 4000, 9000, 100, 100, 9001, 1]
    for (const round of [0, 1, 2]) {
      const writes = clocks.map((at, index) =>
        opened.store.write('t', asked(`r${round}-${index}`, at + round), async (tx) => {
          tx.record({ kind: 'test_one', subject: `s${index}` })
          tx.record({ kind: 'test_two', subject: `s${index}`, before: { n: index }, after: { n: index + 1 } })
          if (index % 3 === 2) throw new Error('no')
        }),
      )
      await Promise.allSettled(writes)
    }
    const rows = await eventsBeside(opened, 't')
    expect(places(rows)).toEqual(upTo(3 * 5 * 2))
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((a, b) => a - b))
    expect(rows.filter(({ request_id }) => /-[25]$/.test(request_id))).toEqual([])
    expect(rows.filter(({ request_id }) => request_id === 'r0-1').map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['test_one', null, null],
      ['test_two', '{"n":1}', '{"n":2}'],
    ])
  })

  test('has no gap and no fork when several stores write to it at once', async () => {
    const first = await openTestStore(engine)
    // SQLite has one server on a folder; PostgreSQL has several on a database.
    const stores = engine.name === 'sqlite' ? [first] : [first, await openTestStore(engine, first), await openTestStore(engine, first)]
    const writes = Array.from({ length: 150 }, (_, index) =>
      (stores[index % stores.length] as typeof first).store.write('t', asked(`r${index}`, 1000 - index), async (tx) => {
        tx.record({ kind: 'test_one', subject: `s${index}` })
      }),
    )
    await Promise.all(writes)
    const rows = await eventsBeside(first, 't')
    expect(places(rows)).toEqual(upTo(150))
    expect(new Set(rows.map(({ request_id }) => request_id)).size).toBe(150)
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((a, b) => a - b))
  })

  test('is not begun by a unit that fails or records nothing', async () => {
    const opened = await openTestStore(engine)
    const failing = opened.store.write('nobody', asked(), async (tx) => {
      tx.record({ kind: 'test_one', subject: 's' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await opened.store.write('silent', asked(), async () => {})
    await opened.store.write('heard', asked(), async (tx) => tx.record({ kind: 'test_one', subject: 's' }))
    expect(await opened.beside.all(streams, {})).toEqual([{ tenant: 'heard', seq: 1 }])
  })

  test('holds texts as they were given', async () => {
    const opened = await openTestStore(engine)
    const text = `"'\\ \n\t\u0001 名 😀 ${'x'.repeat(3000)} null true 12 {"a":1}`
    await opened.store.write('t', asked(text), async (tx) => {
      tx.record({
        kind: 'test_text',
        subject: text,
        before: { text, number: 9_007_199_254_740_991 },
        after: { [text]: [text, null, true] },
      })
    })
    const [row] = await eventsBeside(opened, 't')
    expect(row).toMatchObject({ subject: text, request_id: text })
    expect(JSON.parse(row?.before ?? '')).toEqual({ text, number: 9_007_199_254_740_991 })
    expect(JSON.parse(row?.after ?? '')).toEqual({ [text]: [text, null, true] })
  })

  test('another tenant can be written to from a unit, and two tenants that write to each other both succeed', async () => {
    const first = await openTestStore(engine)
    const second = engine.name === 'sqlite' ? first : await openTestStore(engine, first)
    const rounds = 10
    const crossing = Array.from({ length: rounds }, (_, index) => [
      first.store.write('a', asked(`a${index}`), async (tx) => tx.record({ kind: 'test_cross', subject: 's', tenant: 'b' })),
      second.store.write('b', asked(`b${index}`), async (tx) => tx.record({ kind: 'test_cross', subject: 's', tenant: 'a' })),
    ])
    await Promise.all(crossing.flat())
    expect(places(await eventsBeside(first, 'a'))).toEqual(upTo(rounds))
    expect(places(await eventsBeside(first, 'b'))).toEqual(upTo(rounds))
  })
})
