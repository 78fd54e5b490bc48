import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeGroupPeople } from '../../src/directory/company-groups/change-people.ts'
import { changeGroupPeopleAtOnce } from '../../src/directory/company-groups/change-people-at-once.ts'
import { createCompanyGroup } from '../../src/directory/company-groups/create-group.ts'
import { companyGroupNow } from '../../src/directory/company-groups/find-group.ts'
import { listGroupMembers } from '../../src/directory/company-groups/list-members.ts'
import { companyStream } from '../../src/directory/events.ts'
import { everything } from '../../src/directory/ranges/range.ts'
import { Refused } from '../../src/directory/refusals.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import type { Store } from '../../src/storage/store.ts'
import { insertCompany } from '../../src/storage/tables/companies/companies.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { type PlacedPerson, placePeople } from '../kit/feishu/groups.ts'
import { eventsBeside, openTestStore, type TestStore } from '../storage/open-test-store.ts'
import { callerOn } from './real-directory.ts'

/** Few enough that steps meet the limits often. */
const limits = { peopleOfGroup: 4, groupPeoplePerHead: 1 }
const heads = 7
const groups = ['one', 'two', 'three'] as const

/** One call: numbers stand for people, of whom the last two are one who resigned and one who never was. */
interface Batch {
  readonly kind: 'add' | 'remove'
  readonly group: number
  readonly people: readonly number[]
  readonly single: boolean
}

const batch: fc.Arbitrary<Batch> = fc.record({
  kind: fc.constantFrom<Batch['kind']>('add', 'add', 'remove'),
  group: fc.nat(groups.length - 1),
  people: fc.array(fc.nat(heads + 1), { minLength: 1, maxLength: 5 }),
  single: fc.boolean(),
})
const rounds = fc.array(fc.array(batch, { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 15 })

/** Who is in which group, told as plainly as can be. */
type Model = Map<string, Set<string>>

/** What a call must come to; the model changes with it. A batch is done in its order until a limit undoes it. */
function expected(model: Model, { kind, group, people, single }: Batch, named: readonly (PlacedPerson | undefined)[]): string[] | string {
  const name = groups[group] as string
  const before = model.get(name) as Set<string>
  const members = new Set(before)
  const others = [...model.values()].reduce((sum, { size }) => sum + size, 0) - before.size
  const outcomes = new Map<number, string>()
  for (const index of new Set(people)) {
    const person = named[index]
    let outcome = 'done'
    // Who is to be taken out by a single change was found before it, and may be gone by now.
    if (!person) outcome = single && kind === 'remove' ? 'done' : 'person_not_found'
    else if (kind === 'remove') members.delete(person.id)
    else if (index === heads) outcome = 'person_resigned'
    else if (members.has(person.id)) outcome = 'company_group_has_person'
    else if (members.size >= limits.peopleOfGroup) return 'company_group_full'
    else if (others + members.size >= limits.groupPeoplePerHead * heads) return 'company_groups_full'
    else members.add(person.id)
    outcomes.set(index, outcome)
  }
  model.set(name, members)
  return people.map((index) => outcomes.get(index) as string)
}

/** What a call came to: the fact that refused it as a whole, or each entry's. */
async function perform(
  store: Store,
  company: string,
  { kind, group: at, people, single }: Batch,
  named: readonly (PlacedPerson | undefined)[],
) {
  const session = callerOn(store)
  const group = groups[at] as string
  const told = (index: number) => named[index]?.code ?? 'nobody'
  try {
    if (single) {
      const [index] = people as [number]
      const change = { company, kind, group, person: named[index]?.id ?? 'nobody', told: told(index) }
      const outcome = await session.submit(changeGroupPeople, companyStream(company), change)
      return outcome.done ? ['done'] : [outcome.refusal.fact]
    }
    const entries = people.map((index) => ({ told: told(index), person: named[index]?.id }))
    const covering = { company, range: everything }
    const outcomes = await session.write(companyStream(company), (tx) => changeGroupPeopleAtOnce(tx, covering, { group, kind, entries }))
    return outcomes.map((outcome) => (outcome.done ? 'done' : outcome.refusal.fact))
  } catch (error) {
    if (error instanceof Refused) return error.refusal.fact
    throw error
  }
}

async function newModelCompany(store: Store) {
  const company = crypto.randomUUID().replaceAll('-', '').slice(0, 16)
  const session = callerOn(store)
  await session.write(companyStream(company), async (tx) => {
    await tx.run(insertCompany, { id: company, name: company, facts: JSON.stringify({ limits }), created_at: 0 })
    for (const id of groups) await createCompanyGroup(tx, systemPorts, { company, range: everything }, { id, name: id, kind: 'normal' })
  })
  const named = [...(await placePeople(store, company, heads)), ...(await placePeople(store, company, 1, { resigned: true })), undefined]
  return { company, named }
}

/** Every group by its list; the counters must say the same. */
async function stateOf(store: Store, company: string): Promise<Record<string, string[]>> {
  const covering = { company, range: everything }
  const state: Record<string, string[]> = {}
  for (const group of groups) {
    const members = await listGroupMembers(store.reader, { covering, group, kind: 'person', limit: 100 })
    expect((await companyGroupNow(store.reader, covering, group)).personCount).toBe(members.length)
    state[group] = members.map(({ id }) => id).sort()
  }
  return state
}

/** What the events of a company lead to; nobody may come who is there, nor go who is not. */
async function toldByEvents(opened: TestStore, company: string): Promise<Model> {
  const model: Model = new Map(groups.map((group) => [group, new Set()]))
  for (const { kind, subject, before, after } of await eventsBeside(opened, companyStream(company))) {
    const members = model.get(subject)
    if (!members || !kind.startsWith('group_person_')) continue
    const { person } = JSON.parse((after ?? before) as string) as { person: string }
    expect(members.has(person)).toBe(kind === 'group_person_removed')
    if (kind === 'group_person_added') members.add(person)
    else members.delete(person)
  }
  return model
}

const shown = (model: Model) => Object.fromEntries([...model].map(([group, members]) => [group, [...members].sort()]))

const seen = new Set<string>()

onEveryEngine('batches of changes to groups', (engine) => {
  test('come out as sets say; lists, counters and events agree', { timeout: 60_000 }, async () => {
    const first = await openTestStore(engine)
    const stores = engine.name === 'sqlite' ? [first.store] : [first.store, (await openTestStore(engine, first)).store]
    await fc.assert(
      fc.asyncProperty(rounds, async (plans) => {
        const { company, named } = await newModelCompany(first.store)
        let model: Model = new Map(groups.map((group) => [group, new Set()]))
        for (const round of plans) {
          const steps = round.map((step) => (step.single ? { ...step, people: step.people.slice(0, 1) } : step))
          const outcomes = await Promise.all(
            steps.map((step, index) => perform(stores[index % stores.length] ?? first.store, company, step, named)),
          )
          const [alone] = steps
          if (alone && steps.length === 1) {
            const wanted = expected(model, alone, named)
            // A single call tells of the whole as of its only entry.
            expect(outcomes[0]).toEqual(alone.single && typeof wanted === 'string' ? [wanted] : wanted)
          } else model = await toldByEvents(first, company)
          expect(await stateOf(first.store, company)).toEqual(shown(model))
          for (const outcome of outcomes.flat()) seen.add(outcome)
        }
        expect(shown(await toldByEvents(first, company))).toEqual(shown(model))
      }),
      { numRuns: engine.name === 'sqlite' ? 60 : 15 },
    )
    // The steps reach what they are for.
    const facts = ['person_not_found', 'person_resigned', 'company_group_has_person', 'company_group_full', 'company_groups_full']
    expect([...seen]).toEqual(expect.arrayContaining(['done', ...facts]))
  })
})
