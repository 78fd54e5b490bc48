import { expect, test } from 'vitest'
import { type EventFilter, type EventPosition, listEvents } from '../../../src/directory/history/list-events.ts'
import type { Store } from '../../../src/storage/store.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

/** So many of one stream are looked through more than once at a time. */
const many = 4500

/** Writes events to a stream, each at its moment. */
async function happen(
  store: Store,
  tenant: string,
  at: number,
  events: readonly (readonly [kind: string, subject: string])[],
): Promise<void> {
  const origin = { actor: 'test', account: 0, dialect: 'test', operation: 'Test', requestId: 'r', at }
  await store.write(tenant, origin, async (tx) => {
    for (const [kind, subject] of events) tx.record({ kind, subject })
  })
}

const some = (count: number, kind: string) => Array.from({ length: count }, (_, n) => [kind, String(n)] as const)

onEveryEngine('a long history', (engine) => {
  async function filled() {
    const { store, beside } = await openTestStore(engine)
    await happen(store, 'long', 10, some(many - 1, 'usual'))
    await happen(store, 'between', 20, [...some(3, 'rare'), ...some(3, 'usual')])
    await happen(store, 'long', 30, [['rare', 'last']])
    await happen(store, 'between', 40, some(2, 'rare'))
    const walk = async (filter: Omit<EventFilter, 'after'>, from: EventPosition = {}) => {
      const told: string[] = []
      let after = from
      for (;;) {
        const { events, next } = await listEvents(beside, { ...filter, after })
        told.push(...events.map(({ tenant, seq }) => `${tenant} ${seq}`))
        after = next
        if (events.length < filter.limit) return { told, after }
      }
    }
    return { store, walk }
  }

  test('is told in the order of time through all streams, whatever the page', async () => {
    const { walk } = await filled()
    const { told } = await walk({ limit: 1000 })
    const long = Array.from({ length: many }, (_, n) => `long ${n + 1}`)
    const between = Array.from({ length: 8 }, (_, n) => `between ${n + 1}`)
    expect(told).toEqual([...long.slice(0, -1), ...between.slice(0, 6), ...long.slice(-1), ...between.slice(6)])
    expect((await walk({ limit: 700 })).told).toEqual(told)
    expect((await walk({ limit: 3 }, { long: many - 4 })).told).toEqual(told.slice(many - 4))
  })

  test('a filter finds all of its own behind many others, and does not go through these again', async () => {
    const { store, walk } = await filled()
    const rare = ['between 1', 'between 2', 'between 3', `long ${many}`, 'between 7', 'between 8']
    for (const limit of [1, 2, 3, 5, 6, 7]) expect((await walk({ kind: 'rare', limit })).told).toEqual(rare)
    const { told, after } = await walk({ subject: 'nobody', limit: 10 })
    expect([told, after]).toEqual([[], { long: many }])
    await happen(store, 'long', 50, [['usual', 'nobody']])
    expect((await walk({ subject: 'nobody', limit: 10 }, after)).told).toEqual([`long ${many + 1}`])
  })
})
