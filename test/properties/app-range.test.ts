import fc from 'fast-check'
import { expect, test } from 'vitest'
import { admin } from '../kit/admin.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { newApp, newCompany, type TestApp, type TestRange } from '../kit/feishu/company.ts'
import { newDepartment } from '../kit/feishu/departments.ts'
import { newPerson } from '../kit/feishu/people.ts'
import { eventsInCompany } from '../kit/feishu/unchanged.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

const codes = ['ada', 'bob', 'eve', '0f'.repeat(16)] as const
const places = ['north', 'south', 'east'] as const
const groupNames = ['runners', 'readers'] as const

/** Numbers stand for people, departments and groups; what a step is about and is not there any more is passed over. */
type Step =
  | { readonly kind: 'range'; readonly all: boolean; readonly byCode: boolean; readonly chosen: readonly (readonly boolean[])[] }
  | { readonly kind: 'resign' | 'hire' | 'back' | 'close' | 'disband'; readonly which: number }

const flags = (length: number) => fc.array(fc.boolean(), { minLength: length, maxLength: length })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('range' as const),
    all: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
    byCode: fc.boolean(),
    chosen: fc.tuple(flags(places.length), flags(codes.length), flags(groupNames.length)),
  }),
  fc.record({ kind: fc.constantFrom('resign', 'resign', 'hire', 'back', 'close', 'disband'), which: fc.nat({ max: 3 }) }),
)

interface Shown {
  readonly all: boolean
  readonly departments: readonly string[]
  readonly people: readonly string[]
  readonly groups: readonly string[]
}

/** The company told plainly: who and what is there, who resigned from which code, and what the app sees. */
class World {
  readonly people = new Map<string, string>()
  readonly gone = new Map<string, string>()
  readonly departments = new Map<string, string>()
  readonly groups = new Map<string, string>()
  range: Shown = { all: true, departments: [], people: [], groups: [] }
  readonly whole: TestApp
  readonly part: TestApp

  constructor(whole: TestApp, part: TestApp) {
    this.whole = whole
    this.part = part
  }

  leaves(list: 'departments' | 'people' | 'groups', name: string): void {
    this.range = { ...this.range, [list]: this.range[list].filter((other) => other !== name) }
  }
}

async function newWorld(server: TestServer): Promise<World> {
  const whole = await newCompany(server)
  const world = new World(whole, await newApp(whole))
  for (const code of codes) await hire(world, code)
  for (const code of places) {
    world.departments.set(code, (await newDepartment(whole.client, { department_id: code, name: code })).open_department_id)
  }
  for (const name of groupNames) {
    world.groups.set(name, (await whole.client.contact.group.create({ data: { name } })).data?.group_id as string)
  }
  return world
}

async function hire({ whole, people }: World, code: string): Promise<void> {
  people.set(code, (await newPerson(whole.client, { user_id: code })).open_id)
}

const appPath = ({ part }: World) => `/companies/${part.company}/apps/${part.app.id}`
const there = <Kept>(list: readonly Kept[], flags: readonly boolean[] = []) => list.filter((_, index) => flags[index])

async function setRange(world: World, { all, byCode, chosen: [departments, people, groups] }: Extract<Step, { kind: 'range' }>) {
  const chosenPlaces = there(places, departments).filter((code) => world.departments.has(code))
  const lists = {
    departments: chosenPlaces.map((code) => world.departments.get(code) as string),
    people: there(codes, people).filter((code) => world.people.has(code)),
    groups: there(groupNames, groups).flatMap((name) => world.groups.get(name) ?? []),
  }
  world.range = all ? { all, departments: [], people: [], groups: [] } : { all, ...lists }
  const range: TestRange = all ? { all } : { ...lists, departments: byCode ? chosenPlaces : lists.departments }
  const { status, body } = await admin(world.part.server, 'PATCH', appPath(world), { range })
  expect([status, body.range]).toEqual([200, world.range])
}

async function take(world: World, taken: Step): Promise<void> {
  if (taken.kind === 'range') return setRange(world, taken)
  const { contact } = world.whole.client
  const code = codes[taken.which] ?? codes[0]
  const present = world.people.get(code)
  if (taken.kind === 'resign' && present) {
    await contact.user.delete({ path: { user_id: present } })
    world.people.delete(code)
    world.gone.set(code, present)
    world.leaves('people', code)
  } else if (taken.kind === 'hire' && !present) await hire(world, code)
  else if (taken.kind === 'back' && !present && world.gone.has(code)) {
    const user_id = world.gone.get(code) as string
    await contact.user.resurrect({ path: { user_id } })
    world.people.set(code, user_id)
  } else if (taken.kind === 'close') {
    const place = places[taken.which % places.length] as string
    const department_id = world.departments.get(place)
    if (!department_id) return
    await contact.department.delete({ path: { department_id } })
    world.departments.delete(place)
    world.leaves('departments', department_id)
  } else if (taken.kind === 'disband') {
    const name = groupNames[taken.which % groupNames.length] as string
    const group_id = world.groups.get(name)
    if (!group_id) return
    await contact.group.delete({ path: { group_id } })
    world.groups.delete(name)
    world.leaves('groups', group_id)
  }
}

/** What is read is what the model has; sent back as it is, it changes nothing and writes nothing, and another app that is given it sees the same. */
async function checkRoundTrip(world: World): Promise<void> {
  const { server, company } = world.part
  const read = await admin<{ range: Shown }>(server, 'GET', appPath(world))
  expect(read.body.range).toEqual(world.range)
  const before = await eventsInCompany(world.part)
  const sent = await admin<{ range: Shown }>(server, 'PATCH', appPath(world), { range: read.body.range })
  expect(sent).toEqual(read)
  expect(await eventsInCompany(world.part)).toEqual(before)
  const body = { name: 'Another', range: read.body.range }
  const another = await admin<{ id: string; range: Shown }>(server, 'POST', `/companies/${company}/apps`, body)
  expect([another.status, another.body.range]).toEqual([201, world.range])
}

async function play(server: TestServer, steps: readonly Step[]): Promise<void> {
  const world = await newWorld(server)
  await checkRoundTrip(world)
  for (const each of steps) {
    await take(world, each)
    await checkRoundTrip(world)
  }
  const { body } = await admin<{ items: { id: string; range: Shown }[] }>(server, 'GET', `/companies/${world.part.company}/apps`)
  expect(body.items.find(({ id }) => id === world.part.app.id)?.range).toEqual(world.range)
}

/** Somebody of the range resigns, somebody else has his user_id then, and he comes back when that one has resigned too. */
const takenOver: readonly Step[] = [
  {
    kind: 'range',
    all: false,
    byCode: true,
    chosen: [
      [true, true, true],
      [true, true, true, true],
      [true, true],
    ],
  },
  ...(['resign', 'hire', 'resign', 'back', 'close', 'disband'] as const).map((kind) => ({ kind, which: 0 })),
]

onEveryEngine('the range of an app', (engine) => {
  test('is shown as it is now, and means the same when it is sent back as it was read', async () => {
    const server = await startTestServer({ engine })
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), (steps) => play(server, steps)),
        { numRuns: engine.name === 'sqlite' ? 12 : 4, examples: [[takenOver]], endOnFailure: true },
      )
    } finally {
      await server.stop()
    }
  }, 60_000)
})
