import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEveryEngine } from '../kit/engines.ts'
import { eventsBeside, openTestStore } from '../storage/open-test-store.ts'
import { emptyModel, type Model, type Step } from './membership-model.ts'
import { newModelZone, perform, stateOf } from './real-directory.ts'
import { type Happened, shown, someOrder, toldBy } from './some-order.ts'

/** A step with numbers instead of ids: which of the ids ever made is meant is settled when it is taken. */
interface Plan {
  readonly kind: Step['kind']
  readonly one: number
  readonly other: number
  readonly flag: boolean
}

const plan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constantFrom<Step['kind']>('add'), weight: 6 },
    { arbitrary: fc.constantFrom<Step['kind']>('remove'), weight: 4 },
    { arbitrary: fc.constantFrom<Step['kind']>('create_user', 'create_group'), weight: 5 },
    { arbitrary: fc.constantFrom<Step['kind']>('delete_user', 'delete_group'), weight: 2 },
    { arbitrary: fc.constantFrom<Step['kind']>('switch'), weight: 1 },
  ),
  one: fc.nat(7),
  other: fc.nat(7),
  flag: fc.boolean(),
})

/** Rounds of steps that are taken at the same time. Five can still be put into every order. */
const rounds = fc.array(fc.array(plan, { minLength: 1, maxLength: 5 }), { minLength: 4, maxLength: 14 })

/** What every zone begins with, one after the other: so that most steps meet something. */
const beginning: Step[] = [
  { kind: 'create_user', name: 'name0', owner: 'manual' },
  { kind: 'create_user', name: 'name1', owner: 'manual' },
  { kind: 'create_user', name: 'name2', owner: 'manual' },
  { kind: 'create_user', name: 'name3', owner: 'synchronized' },
  { kind: 'create_group', name: 'name0', owner: 'manual' },
  { kind: 'create_group', name: 'name1', owner: 'manual' },
  { kind: 'create_group', name: 'name2', owner: 'synchronized' },
]

/** Then the second group gets all that it has room for: so that there is a full one, which chance alone doesn't always bring about. */
const filling: Plan[] = [1, 2].map((one) => ({ kind: 'add', one, other: 1, flag: true }))

function stepOf({ kind, one, other, flag }: Plan, made: { users: string[]; groups: string[] }): Step {
  // One beyond those that were ever made: it never was.
  const user = made.users[one % (made.users.length + 1)] ?? 'u-never'
  const group = made.groups[other % (made.groups.length + 1)] ?? 'g-never'
  if (kind === 'add' || kind === 'remove') return { kind, user, group }
  if (kind === 'delete_user') return { kind, user }
  if (kind === 'delete_group') return { kind, group }
  if (kind === 'switch') return { kind, on: flag }
  return { kind, name: `${flag ? 'name' : 'NAME'}${one}`, owner: other < 2 ? 'synchronized' : 'manual' }
}

/** Ids that were made lately stand first, so that steps often meet. */
function remember(made: { users: string[]; groups: string[] }, happened: readonly Happened[]): void {
  for (const { step, outcome } of happened) {
    if (!outcome.startsWith('done ')) continue
    made[step.kind === 'create_user' ? 'users' : 'groups'].unshift(outcome.slice(5))
  }
}

/** What the steps came to, on one engine or the other. */
const seen = new Set<string>()

onEveryEngine('steps that are taken at the same time', (engine) => {
  test('come out as in some order, one after the other; rows, counters, both lists and events agree', { timeout: 60_000 }, async () => {
    const first = await openTestStore(engine)
    const stores = engine.name === 'sqlite' ? [first.store] : [first.store, (await openTestStore(engine, first)).store]
    await fc.assert(
      fc.asyncProperty(rounds, async (plans) => {
        const zone = await newModelZone(first.store)
        const made = { users: [] as string[], groups: [] as string[] }
        let model: Model = emptyModel()
        const rounds = [...beginning.map((step) => [step]), ...filling.map((step) => [step]), ...plans]
        for (const round of rounds) {
          const steps = round.map((each) => ('one' in each ? stepOf(each, made) : each))
          const outcomes = await Promise.all(steps.map((step, index) => perform(stores[index % stores.length] ?? first.store, zone, step)))
          const happened = steps.map((step, index) => ({ step, outcome: outcomes[index] as string }))
          const state = await stateOf(first.store, zone)
          const next = someOrder(model, happened, state)
          if (!next) throw new Error(`no order explains ${JSON.stringify({ before: shown(model), happened, after: state }, null, 1)}`)
          model = next
          remember(made, happened)
          for (const outcome of outcomes) seen.add(outcome.split(' ')[0] as string)
        }
        expect(toldBy(await eventsBeside(first, zone))).toEqual(shown(model))
      }),
      { numRuns: engine.name === 'sqlite' ? 70 : 20 },
    )
    // The steps reach what they are for.
    const common = [
      'done',
      'already_a_member',
      'not_a_member',
      'owners_differ',
      'group_full',
      'group_owned_by_sync',
      'user_name_taken',
      'group_not_found',
    ]
    expect([...seen]).toEqual(expect.arrayContaining(common))
  })
})
