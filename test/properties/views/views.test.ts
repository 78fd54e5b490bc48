import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEveryEngine } from '../../kit/engines.ts'
import { startTestServer, type TestServer } from '../../kit/server.ts'
import { type Plan, planKinds } from './plan.ts'
import { callers, runViews } from './run-views.ts'

const number = fc.nat(63)
const plan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constantFrom(...planKinds),
  one: number,
  other: number,
  third: number,
  flag: fc.boolean(),
})
const lane = fc.array(plan, { minLength: 5, maxLength: 5 })
const round = fc.array(lane, { minLength: callers, maxLength: callers })
/** 160 steps in all. The long form is `npm run torture`. */
const rounds = fc.array(round, { minLength: 2, maxLength: 2 })
const numRuns = 2

onEveryEngine('a zone that a source, people and a company fill and change at once', (engine) => {
  test('every answer is right at some moment, every change has its event, and the views of all wires agree with the model', async () => {
    const databaseUrl = await engine.newDatabase()
    const servers: TestServer[] = []
    const seen = new Set<string>()
    try {
      // Several servers share a database of PostgreSQL.
      for (let count = databaseUrl === undefined ? 1 : 2; count > 0; count--) servers.push(await startTestServer({ databaseUrl }))
      const property = fc.asyncProperty(rounds, async (taken) => {
        for (const outcome of (await runViews(servers, taken)).keys()) seen.add(outcome)
      })
      // Nobody can race the same way again: what is smaller tells no more.
      await fc.assert(property, { numRuns, endOnFailure: true })
    } finally {
      for (const server of servers) await server.stop()
    }
    expect([...seen]).toEqual(expect.arrayContaining(['source done', 'hand done']))
  }, 60_000)

  test('what a bridge would take away beyond its share is held until it is allowed, and the model knows it', async () => {
    const server = await startTestServer({ engine })
    const [ours, theirs] = [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ] as const
    /** Callers have the first of their people sit there; all others wait. */
    const round = (...seated: readonly (readonly [readonly number[], 'east' | 'west' | 'nowhere'])[]): Plan[][] =>
      Array.from({ length: callers }, (_, caller) =>
        seated
          .filter(([of]) => of.includes(caller))
          .map(([, place]) => ({ kind: 'company_seat', one: 0, other: ['east', 'west', 'nowhere'].indexOf(place), third: 0, flag: false })),
      )
    try {
      const outcomes = await runViews(
        [server],
        [
          round([ours, 'east']),
          round([ours, 'west'], [theirs, 'east']),
          // Four have left east since yesterday, four more would; and who is held in a group is not deleted.
          round([theirs, 'nowhere']),
          round([ours, 'nowhere']),
          round([theirs, 'east']),
          // Four users have gone, four more would.
          round([theirs, 'nowhere']),
        ],
      )
      expect(outcomes.get('bridge bridge_removals_held')).toBe(8)
      expect(outcomes.get('bridge bridge_users_held')).toBe(4)
    } finally {
      await server.stop()
    }
  }, 60_000)
})
