import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record } from '../../../src/directory/record.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { type Admin, type Json, openAdmin } from './admin-kit.ts'
import { origin } from './organization-kit.ts'

const streams = ['accounts', 'organization-5', 'z-abc', 'z-abd']

/** A writer adds events to a stream at some time of its own clock, several in one unit of work; a follower takes a page. */
const step = fc.oneof(
  fc.record({ stream: fc.constantFrom(...streams), count: fc.integer({ min: 1, max: 4 }), at: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ limit: fc.integer({ min: 1, max: 5 }), settle: fc.boolean() }),
)

onEveryEngine('following events', (engine) => {
  let admin: Admin
  let start = ''
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  const page = async (cursor: string, limit: number): Promise<{ items: Json[]; cursor: string }> => {
    const { items, cursor: next } = await admin.must(200, 'GET', `/events?limit=${limit}${cursor && `&after=${cursor}`}`)
    return { items, cursor: next ?? cursor }
  }

  const write = (stream: string, subjects: readonly string[], at: number) =>
    admin.store.write(stream, { ...origin, at }, async (tx) => {
      for (const subject of subjects) record(tx, { kind: 'user_created', subject })
    })

  test('who follows the cursor sees every event once and each stream in order, whoever writes meanwhile and whatever their clocks say', async () => {
    let named = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const written: Promise<void>[] = []
        const subjects: string[] = []
        const seen: Json[] = []
        let cursor = start
        const follow = async (limit: number): Promise<number> => {
          const taken = await page(cursor, limit)
          seen.push(...taken.items)
          cursor = taken.cursor
          return taken.items.length
        }
        for (const taken of steps) {
          if ('limit' in taken) {
            // Without settling, the page is read while writers are at work.
            if (taken.settle) await Promise.all(written)
            await follow(taken.limit)
          } else {
            const names = Array.from({ length: taken.count }, () => `s${named++}`)
            subjects.push(...names)
            written.push(write(taken.stream, names, taken.at))
          }
        }
        await Promise.all(written)
        // Bounded: a follower that gets more than there is has failed already.
        for (let pages = 0; pages <= subjects.length && (await follow(3)) > 0; pages++);
        start = cursor

        expect(seen.map(({ subject }) => subject).sort()).toEqual([...subjects].sort())
        for (const stream of streams) {
          const seqs = seen.filter(({ tenant }) => tenant === stream).map(({ seq }) => seq)
          expect(seqs).toEqual(seqs.map((_, index) => seqs[0] + index))
        }
      }),
      { numRuns: 40 },
    )
  })
})
