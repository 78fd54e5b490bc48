import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUser } from '../../../../src/directory/users/create-user.ts'
import { deleteUser } from '../../../../src/storage/tables/users.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { type Admin, type Json, openAdmin, ports, vault } from '../admin-kit.ts'
import { origin } from '../organization-kit.ts'
import { applied, follow, newBridge, newWorld, path, previewed, problemsOf, userNamed, type World, zoneNow } from './bridge-kit.ts'

onEveryEngine('names that go from one to another', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  const unchanged = { ann: 'ann', bob: 'bob', cat: 'cat', dan: 'dan', eve: 'eve' }

  interface Filled {
    readonly world: World
    readonly bridge: string
    /** People by the names that they never lose. */
    readonly people: ReadonlyMap<string, string>
  }

  async function filled(...names: string[]): Promise<Filled> {
    const world = await newWorld(admin)
    const all = await world.company.department('All')
    const people = new Map<string, string>()
    for (const name of names) people.set(name, await world.company.person(name, [all]))
    const bridge = await newBridge(world, { departments: [all] }, { mapping: { names: ['code'] } })
    await applied(world, bridge)
    return { world, bridge, people }
  }

  /** Gives people the codes, and the addresses of them. */
  async function recode({ world: { company }, people }: Filled, codes: Readonly<Record<string, string>>): Promise<void> {
    const each = Object.entries(codes).map(([name, code]) => ({ id: people.get(name) as string, code }))
    for (const { id } of each) await company.changePerson(id, { code: `passing${id}`, email: '' })
    for (const { id, code } of each) await company.changePerson(id, { code, email: `${code}@example.com` })
  }

  /** Who stands for whom: the names of users by those of people. */
  async function usersOf({ world, people }: Filled): Promise<Record<string, string>> {
    const { users } = await zoneNow(world)
    const named = await Promise.all(Object.keys(users).map((name) => userNamed(world, name)))
    const nameOf = (id: string) => [...people].find(([, person]) => person === id)?.[0] ?? id
    return Object.fromEntries(named.map(({ externalId, name }) => [nameOf(externalId), name]))
  }

  test.each([
    ['two exchange theirs', { ann: 'bob', bob: 'ann' }],
    ['three give theirs round', { ann: 'bob', bob: 'cat', cat: 'ann' }],
    ['each gets that of the next, and the last a new one', { ann: 'bob', bob: 'cat', cat: 'dan', dan: 'eve', eve: 'new' }],
    ['the first gets a new one, and each that of the one before', { ann: 'new', bob: 'ann', cat: 'bob', dan: 'cat', eve: 'dan' }],
    ['somebody waits for one of two who exchange', { ann: 'Bob', bob: 'ANN', cat: 'new', dan: 'cat' }],
  ])('people: %s', async (_, codes) => {
    const before = await filled(...Object.keys(unchanged))
    const { world, bridge } = before
    await recode(before, codes)
    const preview = await previewed(world, bridge)
    expect(await applied(world, bridge)).toMatchObject({ done: preview.ready, failed: 0, held: 0, open: [] })
    expect(await usersOf(before)).toEqual({ ...unchanged, ...codes })
    expect((await previewed(world, bridge)).items).toEqual([])
  })

  test('addresses alone go round too, and names one way while addresses go another', async () => {
    const before = await filled('ann', 'bob', 'cat')
    const { world, bridge, people } = before
    const mails = { ann: 'bob@example.com', bob: 'cat@example.com', cat: 'ann@example.com' }
    const change = async (member: 'email' | 'code', values: Readonly<Record<string, string>>) => {
      for (const [name, id] of people) await world.company.changePerson(id, { [member]: `passing.${name}@example.com` })
      for (const [name, value] of Object.entries(values)) await world.company.changePerson(people.get(name) as string, { [member]: value })
    }
    await change('email', mails)
    expect(await applied(world, bridge)).toMatchObject({ done: { change_user: 3 }, failed: 0 })
    await change('email', { ann: 'ann@example.com', bob: 'bob@example.com', cat: 'cat@example.com' })
    await change('code', { ann: 'cat', bob: 'ann', cat: 'bob' })
    expect(await applied(world, bridge)).toMatchObject({ done: { change_user: 3 }, failed: 0 })
    expect(await userNamed(world, 'cat')).toMatchObject({ externalId: people.get('ann'), email: 'ann@example.com' })
  })

  test('following does the same, with one event for each, told from the names that they had', async () => {
    const before = await filled('ann', 'bob')
    const { world, bridge } = before
    await admin.must(200, 'PATCH', path(world, bridge), { body: { status: 'following' } })
    await recode(before, { ann: 'bob', bob: 'ann' })
    await follow(world)
    expect(await usersOf(before)).toEqual({ ann: 'bob', bob: 'ann' })
    const { items } = await admin.must(200, 'GET', `/events?tenant=${world.zone}&kind=user_changed&limit=10`)
    expect(items.map(({ before: was, after: is }: Json) => `${was.name} ${is.name}`).sort()).toEqual(['ann bob', 'bob ann'])
  })

  test('who goes round with one who can not be renamed keeps his name and is told why; the rest is done, and the next time all', async () => {
    const before = await filled('ann', 'bob', 'cat', 'dan')
    const { world, bridge } = before
    // Between plan and doing, somebody else is given the name that one of three was to have.
    await recode(before, { ann: 'bob', bob: 'taken', cat: 'dan', dan: 'cat' })
    const write = admin.store.write.bind(admin.store)
    let hand = ''
    admin.store.write = async (tenant, by, work) => {
      admin.store.write = write
      hand = (await write(world.zone, origin, (tx) => createUser(tx, ports, vault, world.zone, { name: 'taken' }))).user.id
      return write(tenant, by, work)
    }
    const report = await applied(world, bridge)
    expect(problemsOf(report.open)).toEqual(['change_user ann: user_name_taken', 'change_user bob: user_name_taken'])
    expect(report.done).toEqual({ change_user: 2 })
    await admin.store.write(world.zone, origin, async (tx) => void (await tx.run(deleteUser, { zone: world.zone, user: hand })))
    expect(await applied(world, bridge)).toMatchObject({ done: { change_user: 2 }, failed: 0 })
    expect(await usersOf(before)).toEqual({ ann: 'bob', bob: 'taken', cat: 'dan', dan: 'cat' })
  })

  test('what stops a list half way leaves everybody as he was, and the next apply goes on', async () => {
    const before = await filled('ann', 'bob', 'cat')
    const { world, bridge } = before
    await recode(before, { ann: 'bob', bob: 'cat', cat: 'ann' })
    const write = admin.store.write.bind(admin.store)
    admin.store.write = (tenant, by, work) =>
      write(tenant, by, async (tx) => {
        await work(tx)
        throw new Error('the server ends here')
      })
    const stopped = await admin.ask('POST', `${path(world, bridge)}/apply`)
    admin.store.write = write
    expect(stopped.status).toBe(500)
    expect(admin.faults.splice(0)).toHaveLength(1)
    expect(await usersOf(before)).toEqual({ ann: 'ann', bob: 'bob', cat: 'cat' })
    expect(await applied(world, bridge)).toMatchObject({ done: { change_user: 3 }, failed: 0 })
    expect(await usersOf(before)).toEqual({ ann: 'bob', bob: 'cat', cat: 'ann' })
  })

  test('groups: two exchange their names, three give them round, and one waits for another', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const names = ['A', 'B', 'C', 'D']
    const departments = new Map<string, string>()
    for (const name of names) departments.set(name, await company.department(name))
    for (const name of names) await company.person(`in-${name}`, [departments.get(name) as string])
    const bridge = await newBridge(world, { departments: [...departments.values()] }, { mapping: { names: ['code'] } })
    await applied(world, bridge)
    const rename = async (to: Readonly<Record<string, string>>) => {
      for (const name of Object.keys(to)) await company.changeDepartment(departments.get(name) as string, { name: `passing ${name}` })
      for (const [name, next] of Object.entries(to)) await company.changeDepartment(departments.get(name) as string, { name: next })
    }
    const ways: Readonly<Record<string, string>>[] = [
      { A: 'B', B: 'A' },
      { A: 'C', B: 'A', C: 'B' },
      { A: 'New', B: 'C', C: 'D', D: 'A' },
    ]
    for (const way of ways) {
      await rename(way)
      expect(await applied(world, bridge)).toMatchObject({ failed: 0, held: 0, open: [] })
      const { groups } = await zoneNow(world)
      const wanted = Object.fromEntries(names.map((name) => [way[name] ?? name, [`in-${name}`]]))
      expect(groups).toEqual(wanted)
    }
  })
})
