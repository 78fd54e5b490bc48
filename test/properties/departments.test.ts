import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../src/storage/store.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { openTestStore } from '../storage/open-test-store.ts'
import { newCompany, storedText, take } from './department-directory.ts'
import { type DepartmentModel, type DepartmentStep, root, textOf } from './department-model.ts'

const number = fc.nat(63)
const plan = fc.record({
  kind: fc.constantFrom('create', 'create', 'create', 'create', 'create', 'change', 'move', 'move', 'delete', 'place', 'place'),
  one: number,
  other: number,
  third: number,
})
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never
const gone = `od-${'0'.repeat(32)}`
const people = ['ann', 'ben', 'cid', 'dee', 'eve', 'fay']

/** Five callers at once, twelve times: sixty steps a run, five runs. */
const rounds = fc.array(fc.array(plan, { minLength: 5, maxLength: 5 }), { minLength: 12, maxLength: 12 })

/** Turns a plan into a step of departments that are there at the beginning of its round. */
function stepOf({ kind, one, other, third }: Plan, { departments, people: seated }: DepartmentModel): DepartmentStep {
  const all = [...departments.keys(), gone]
  const pick = (number: number, list: readonly string[]) => list[number % list.length] as string
  const name = 'abcde'[other % 5] as string
  const position = third % 4 === 0 ? third % 3 : undefined
  if (kind === 'create') return { kind, parent: pick(one, [root, ...all]), name, position }
  if (kind === 'move') return { kind: 'change', id: pick(one, all), parent: pick(other, [root, ...all]) }
  if (kind === 'delete') {
    const taken = [...seated.values()].flat().filter((seat) => seat !== root)
    return { kind, id: pick(one, third % 2 === 0 && taken.length > 0 ? taken : all) }
  }
  if (kind === 'place') {
    const seats = new Set([pick(other, [root, ...all.slice(0, -1)]), pick(third, all)].slice(0, one % 3))
    return { kind, person: pick(one, people), seats: [...seats] }
  }
  return { kind: 'change', id: pick(one, all), name, ...(position !== undefined && { position }) }
}

async function runRounds(stores: readonly Store[], plans: readonly (readonly Plan[])[], seen: Set<string>): Promise<void> {
  const [first] = stores as [Store]
  const company = await newCompany(first)
  const model: DepartmentModel = { departments: new Map(), people: new Map() }
  for (const round of plans) {
    const steps = round.map((one) => stepOf(one, model))
    const outcomes = await Promise.all(steps.map((step, index) => take(stores[index % stores.length] as Store, company, model, step)))
    for (const [index, { real, model: said }] of outcomes.entries()) {
      expect(real, JSON.stringify(steps[index])).toBe(said)
      seen.add(real)
    }
    expect(await first.read((reader) => storedText(reader, company))).toBe(textOf(model))
  }
}

onEveryEngine('the departments of a company under five callers', (engine) => {
  test('tree, ways up, counters, names and order agree with a plain model after every round', { timeout: 60_000 }, async () => {
    const opened = await openTestStore(engine)
    const stores = engine.name === 'sqlite' ? [opened.store] : [opened.store, (await openTestStore(engine, opened)).store]
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(rounds, (plans) => runRounds(stores, plans, seen)),
      { numRuns: 5, seed: 20261121, endOnFailure: true },
    )
    // The steps reach what they are for.
    expect([...seen].sort()).toEqual([
      'department_has_children',
      'department_has_most_children',
      'department_has_people',
      'department_limit_reached',
      'department_name_taken',
      'department_not_found',
      'department_position_taken',
      'department_too_deep',
      'department_under_itself',
      'done',
      'parent_department_not_found',
    ])
  })
})
