import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEveryEngine } from '../kit/engines.ts'
import { openTestStore } from '../storage/open-test-store.ts'
import { runTree, type TreePlan, treeKinds } from './tree-rounds.ts'

const number = fc.nat(63)
const plan: fc.Arbitrary<TreePlan> = fc.record({
  kind: fc.constantFrom(...treeKinds),
  one: number,
  other: number,
  third: number,
  flag: fc.boolean(),
})
/** Sixteen writers at once. The long form is `npm run torture`. */
const rounds = fc.array(fc.array(plan, { minLength: 16, maxLength: 16 }), { minLength: 2, maxLength: 12, size: 'max' })

onEveryEngine('the tree of an organization under sixteen writers', (engine) => {
  test('one parent, no ring, five levels, unique names, every member in one node; rows, events and model agree', {
    timeout: 60_000,
  }, async () => {
    const first = await openTestStore(engine)
    const stores = engine.name === 'sqlite' ? [first.store] : [first.store, (await openTestStore(engine, first)).store]
    const seen = new Set<string>()
    const property = fc.asyncProperty(rounds, async (plans) => {
      for (const outcome of (await runTree(stores, plans)).keys()) seen.add(outcome)
    })
    await fc.assert(property, { numRuns: engine.name === 'sqlite' ? 40 : 16 })
    // The steps reach what they are for.
    expect([...seen].sort()).toEqual([
      'done',
      'members_not_found',
      'node_elsewhere',
      'node_has_children',
      'node_has_members',
      'node_is_root',
      'node_name_taken',
      'node_not_found',
      'node_quota_reached',
      'node_too_deep',
      'node_under_itself',
      'too_many_nodes_at_once',
    ])
  })
})
