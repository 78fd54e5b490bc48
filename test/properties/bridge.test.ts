import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeMemberships } from '../../src/directory/groups/change-memberships.ts'
import { createSyncedUser } from '../../src/directory/synchronization/create-synced-user.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { type Admin, openAdmin, ports, vault } from '../wire/admin/admin-kit.ts'
import { applied, follow, groupNamed, newBridge, newWorld, path, type World, zoneNow } from '../wire/admin/bridges/bridge-kit.ts'
import { origin } from '../wire/admin/organization-kit.ts'

/** A company, told as plainly as can be. Departments, people and groups go by numbers; department 0 and group 0 and 1 are chosen among others. */
interface Model {
  /** The number of the parent; -1 for the root. */
  readonly parents: number[]
  readonly people: { code: string; seats: number[]; frozen: boolean; resigned: boolean }[]
  readonly groups: { people: Set<number>; departments: Set<number> }[]
  readonly names: { readonly departments: string[]; readonly groups: string[] }
}

const departments = 4
const groups = 2
const chosen = { departments: [0, 2], groups: [0, 1] }

const some = fc.nat({ max: 20 })
const step = fc.oneof(
  fc.record({
    kind: fc.constant('hire' as const),
    seats: fc.uniqueArray(fc.nat({ max: departments - 1 }), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    person: some,
    seats: fc.uniqueArray(fc.nat({ max: departments - 1 }), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('freeze' as const), person: some }),
  fc.record({ kind: fc.constant('resign' as const), person: some }),
  fc.record({ kind: fc.constant('join' as const), person: some, group: fc.nat({ max: groups - 1 }) }),
  fc.record({
    kind: fc.constant('hang' as const),
    department: fc.nat({ max: departments - 1 }),
    under: fc.integer({ min: -1, max: departments - 1 }),
  }),
  fc.record({ kind: fc.constant('include' as const), department: fc.nat({ max: departments - 1 }), group: fc.nat({ max: groups - 1 }) }),
  fc.record({ kind: fc.constant('exchangeCodes' as const), people: fc.uniqueArray(some, { minLength: 2, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('exchangeNames' as const), of: fc.constantFrom('departments' as const, 'groups' as const) }),
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('follow' as const) }) },
  fc.record({ kind: fc.constant('apply' as const) }),
  fc.record({ kind: fc.constant('meddle' as const), group: fc.nat({ max: groups - 1 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const isBelow = ({ parents }: Model, department: number, top: number): boolean =>
  department === top || (department >= 0 && isBelow({ parents } as Model, parents[department] ?? -1, top))

const sits = (model: Model, person: number, top: number) => model.people[person]?.seats.some((seat) => isBelow(model, seat, top)) === true

/** People who are in something that is chosen. */
function chosenNow(model: Model): Set<number> {
  const isIn = (person: number) =>
    chosen.departments.some((top) => sits(model, person, top)) ||
    chosen.groups.some((each) => {
      const { people, departments: included } = model.groups[each] as Model['groups'][number]
      return people.has(person) || [...included].some((top) => sits(model, person, top))
    })
  return new Set([...model.people.keys()].filter(isIn))
}

/** What the zone must come to: members of groups by name, and whoever is a user with how he stands. */
function wanted(model: Model, known: ReadonlySet<number>): { groups: Record<string, string[]>; users: Record<string, string> } {
  const everybody = [...model.people.keys()]
  const inDepartment = (top: number) => everybody.filter((person) => sits(model, person, top))
  const inGroup = ({ people, departments: included }: Model['groups'][number]) =>
    everybody.filter((person) => people.has(person) || [...included].some((top) => sits(model, person, top)))
  const code = (person: number) => model.people[person]?.code as string
  const named = (people: readonly number[]) => people.map(code).sort()
  const members = [
    ...chosen.departments.map((top) => [model.names.departments[top] as string, inDepartment(top)] as const),
    ...chosen.groups.map(
      (group) => [model.names.groups[group] as string, inGroup(model.groups[group] as Model['groups'][number])] as const,
    ),
  ]
  const present = new Set(members.flatMap(([, people]) => people))
  const users = [...new Set([...known, ...present])].sort((a, b) => a - b)
  const isOn = (person: number) => present.has(person) && model.people[person]?.frozen === false
  return {
    groups: Object.fromEntries(members.map(([name, people]) => [name, named(people)])),
    users: Object.fromEntries(users.map((person) => [code(person), isOn(person) ? 'enabled' : 'disabled'])),
  }
}

onEveryEngine('a bridge under random changes', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  /** Takes a step in the company and in the model of it; a step that names nobody who is there is none. */
  async function take(world: World, bridge: string, ids: Ids, model: Model, taken: Step): Promise<void> {
    const { company } = world
    if (taken.kind === 'follow') return follow(world)
    if (taken.kind === 'apply') return void (await applied(world, bridge))
    if (taken.kind === 'meddle') return meddle(world, model.names.groups[taken.group] as string)
    if (taken.kind === 'exchangeCodes') return exchangeCodes(world, ids, model, taken.people)
    if (taken.kind === 'exchangeNames') return exchangeNames(world, ids, model, taken.of)
    const seatsOf = (seats: readonly number[]) => seats.map((seat) => ids.departments[seat] as string)
    if (taken.kind === 'hire') {
      ids.people.push(await company.person(`p${model.people.length}`, seatsOf(taken.seats)))
      model.people.push({ code: `p${model.people.length}`, seats: taken.seats, frozen: false, resigned: false })
    } else if (taken.kind === 'hang') {
      const { department, under } = taken
      if (model.parents[department] === under || isBelow(model, under, department)) return
      await company.changeDepartment(ids.departments[department] as string, { parent: ids.departments[under] ?? '0' })
      model.parents[department] = under
    } else if (taken.kind === 'include') {
      const { departments: included } = model.groups[taken.group] as Model['groups'][number]
      const method = included.has(taken.department) ? 'DELETE' : 'PUT'
      await company.setGroupDepartment(method, ids.groups[taken.group] as string, ids.departments[taken.department] as string)
      if (!included.delete(taken.department)) included.add(taken.department)
    } else await takeOne(world, ids, model, taken)
  }

  async function takeOne({ company }: World, ids: Ids, model: Model, taken: Extract<Step, { person: number }>): Promise<void> {
    const person = model.people.length === 0 ? -1 : taken.person % model.people.length
    const [state, id] = [model.people[person], ids.people[person]]
    if (!state || id === undefined || state.resigned) return
    if (taken.kind === 'move') {
      await company.move(
        id,
        taken.seats.map((seat) => ids.departments[seat] as string),
      )
      state.seats = taken.seats
    } else if (taken.kind === 'freeze') {
      await company.changePerson(id, { frozen: !state.frozen })
      state.frozen = !state.frozen
    } else if (taken.kind === 'resign') {
      await company.resign(id)
      Object.assign(state, { resigned: true, seats: [] })
      for (const { people } of model.groups) people.delete(person)
    } else {
      const { people } = model.groups[taken.group] as Model['groups'][number]
      const kind = people.has(person) ? 'remove' : 'add'
      await company.join(ids.groups[taken.group] as string, id, kind)
      if (!people.delete(person)) people.add(person)
    }
  }

  /** People who are users, or are to be, give their codes round in a circle; followed at once, since whoever is chosen no more keeps his name. */
  async function exchangeCodes(world: World, ids: Ids, model: Model, drawn: readonly number[]): Promise<void> {
    const present = [...chosenNow(model)]
    const circle = [...new Set(drawn.map((each) => present[each % present.length]))].filter((person) => person !== undefined)
    if (circle.length < 2) return
    const codes = circle.map((person) => model.people[person]?.code as string)
    codes.unshift(codes.pop() as string)
    for (const person of circle) await world.company.changePerson(ids.people[person] as string, { code: `passing${person}`, email: '' })
    for (const [index, person] of circle.entries()) {
      const code = codes[index] as string
      await world.company.changePerson(ids.people[person] as string, { code, email: `${code}@example.com` })
      Object.assign(model.people[person] ?? {}, { code })
    }
    await follow(world)
  }

  /** Two of what is chosen get the names of each other. */
  async function exchangeNames({ company }: World, ids: Ids, { names }: Model, of: 'departments' | 'groups'): Promise<void> {
    const [one, other] = chosen[of] as [number, number]
    const rename = (each: number, name: string) => {
      const id = ids[of][each] as string
      return of === 'departments' ? company.changeDepartment(id, { name }) : company.rename(id, name)
    }
    const [first, second] = [names[of][one] as string, names[of][other] as string]
    await rename(one, 'passing')
    await rename(other, first)
    await rename(one, second)
    names[of][one] = second
    names[of][other] = first
  }

  /** Another source puts somebody of its own into a group of the bridge. */
  async function meddle(world: World, name: string): Promise<void> {
    const { zone } = world
    const id = await admin.store.write(zone, origin, async (tx) => {
      return (await createSyncedUser(tx, ports, vault, zone, { name: `m${crypto.randomUUID()}` })).id
    })
    const change = { kind: 'add', group: await groupNamed(world, name), user: id, by: 'source' } as const
    await admin.store.submit(changeMemberships, zone, origin, change)
  }

  test('after a follow the zone is as the company wants it, and after an apply nobody else is in its groups', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
        const world = await newWorld(admin)
        const { company } = world
        const ids: Ids = { departments: [], groups: [], people: [] }
        for (let made = 0; made < departments; made++) ids.departments.push(await company.department(`D${made}`))
        for (let made = 0; made < groups; made++) ids.groups.push(await company.group(`G${made}`))
        const model: Model = {
          parents: ids.departments.map(() => -1),
          people: [],
          groups: ids.groups.map(() => ({ people: new Set(), departments: new Set() })),
          names: { departments: ids.departments.map((_, each) => `D${each}`), groups: ids.groups.map((_, each) => `G${each}`) },
        }
        const selection = { departments: chosen.departments.map((each) => ids.departments[each]), groups: ids.groups }
        const bridge = await newBridge(world, selection, { mapping: { names: ['code'] }, removalShare: 1, status: 'following' })
        await applied(world, bridge)
        for (const taken of [...steps, { kind: 'follow' } as const]) {
          await take(world, bridge, ids, model, taken)
          if (taken.kind !== 'follow') continue
          const own = await ofBridge(world)
          // Who once was a user stays one, whenever the bridge happened to look.
          const known = new Set(Object.keys(own.users).map((name) => model.people.findIndex(({ code }) => code === name)))
          expect(own).toEqual(wanted(model, known))
        }
        await applied(world, bridge)
        expect((await zoneNow(world)).groups).toEqual(wanted(model, new Set()).groups)
        expect(await applied(world, bridge)).toMatchObject({ done: {}, failed: 0, held: 0 })
        await admin.must(204, 'DELETE', path(world, bridge))
      }),
      { numRuns: engine.name === 'sqlite' ? 20 : 6 },
    )
  }, 60_000)

  /** The zone without whom another source put there. */
  async function ofBridge(world: World): ReturnType<typeof zoneNow> {
    const isOwn = (name: string) => name.startsWith('p')
    const { users, groups: found } = await zoneNow(world)
    return {
      users: Object.fromEntries(Object.entries(users).filter(([name]) => isOwn(name))),
      groups: Object.fromEntries(Object.entries(found).map(([name, members]) => [name, members.filter(isOwn)])),
    }
  }
})

interface Ids {
  readonly departments: string[]
  readonly groups: string[]
  readonly people: string[]
}
