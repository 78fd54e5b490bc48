import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../../../src/directory/session.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { heldClock } from '../../../kit/held-clock.ts'
import { type Admin, type Json, openAdmin, ports as systemPorts, vault } from '../admin-kit.ts'
import { applied, follow, groupNamed, newBridge, newWorld, path, previewed, type World, zoneNow } from './bridge-kit.ts'

const hour = 60 * 60_000
const codes = (items: Json[]) => [...new Set(items.map(({ problem }) => problem?.code))]

onEveryEngine('the guard of a bridge', (engine) => {
  const clock = heldClock()
  const ports = { ...systemPorts, clock }
  let admin: Admin
  /** What happens once the next call has read for the first time. */
  let meanwhile = async () => {}
  beforeAll(async () => {
    admin = await openAdmin(engine, {
      ports,
      openSession(origin, rehearsal) {
        const session = openSession(admin.store, ports, vault, origin, rehearsal)
        const read: typeof session.read = async (work) => {
          const found = await session.read(work)
          const happens = meanwhile
          meanwhile = async () => {}
          await happens()
          return found
        }
        return { ...session, read }
      },
    })
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  /** A department of so many people beside one of the same, in a zone that agrees with it. */
  const filled = async (count: number, more: object = {}) => {
    const world = await newWorld(admin)
    const [one, two] = [await world.company.department('One'), await world.company.department('Two')]
    const people = await world.company.people('p', count, [one])
    await world.company.people('q', count, [two])
    const bridge = await newBridge(world, { departments: [one, two] }, { mapping: { names: ['code'] }, ...more })
    await applied(world, bridge)
    return { world, bridge, one, two, people, group: await groupNamed(world, 'One') }
  }

  const sizes = async (world: World) => {
    const { groups } = await zoneNow(world)
    return Object.fromEntries(Object.entries(groups).map(([name, members]) => [name, members.length]))
  }

  test('holds removals beyond the share of a group, and does them when the group is named', async () => {
    const { world, bridge, two, people, group } = await filled(12)
    for (const person of people.slice(0, 6)) await world.company.move(person, [two])
    const before = await previewed(world, bridge)
    expect(before).toMatchObject({ held: 6, ready: { add_member: 6 } })
    const report = await applied(world, bridge)
    expect(report).toMatchObject({ done: { add_member: 6 }, held: 6, failed: 0 })
    expect(codes(report.open)).toEqual(['bridge_removals_held'])
    expect(report.open[0].problem.detail).toContain(`6 of 12 members of group ${group}`)
    expect(report.open[0].problem.detail_zh).toContain(group)
    expect(await sizes(world)).toEqual({ One: 12, Two: 18 })
    expect((await applied(world, bridge, { allow: [await groupNamed(world, 'Two')] })).held).toBe(6)
    expect(await applied(world, bridge, { allow: [group] })).toMatchObject({ done: { remove_member: 6 }, held: 0 })
    expect(await sizes(world)).toEqual({ One: 6, Two: 18 })
  })

  test('five may always go, and a share that is larger lets more go', async () => {
    const { world, bridge, two, people } = await filled(6)
    for (const person of people.slice(0, 5)) await world.company.move(person, [two])
    expect(await applied(world, bridge)).toMatchObject({ done: { remove_member: 5, add_member: 5 }, held: 0 })
    const wide = await filled(10, { removalShare: 0.8 })
    for (const person of wide.people.slice(0, 8)) await wide.world.company.move(person, [wide.two])
    expect(await applied(wide.world, wide.bridge)).toMatchObject({ done: { remove_member: 8 }, held: 0 })
  })

  test('small steps within a day count together; a day later they are forgotten', async () => {
    const { world, bridge, two, people } = await filled(20)
    const step = async (from: number, to: number) => {
      for (const person of people.slice(from, to)) await world.company.move(person, [two])
      return (await applied(world, bridge)).held
    }
    expect(await step(0, 3)).toBe(0)
    clock.pass(12 * hour)
    expect(await step(3, 5)).toBe(0)
    // The sixth of twenty would be more than a fifth of them.
    expect(await step(5, 6)).toBe(1)
    clock.pass(13 * hour)
    expect(await step(6, 7)).toBe(0)
    expect((await sizes(world)).One).toBe(13)
  })

  test('what went counts, also when a run that began before it ends after it', async () => {
    const { world, bridge, people } = await filled(10)
    const resign = async (from: number, to: number) => {
      for (const person of people.slice(from, to)) await world.company.resign(person)
    }
    await resign(0, 1)
    meanwhile = async () => {
      await resign(1, 4)
      expect(await applied(world, bridge)).toMatchObject({ done: { disable_user: 4, remove_member: 4 }, held: 0 })
    }
    await applied(world, bridge)
    await resign(4, 6)
    const report = await applied(world, bridge)
    expect(codes(report.open).sort()).toEqual(['bridge_removals_held', 'bridge_users_held'])
    expect(report).toMatchObject({ done: {}, held: 4 })
    expect((await sizes(world)).One).toBe(6)
  })

  test('holds the disabling of more users than the share, and what deleting would take from a group that is held', async () => {
    const { world, bridge, people } = await filled(10)
    for (const person of people.slice(0, 6)) await world.company.resign(person)
    const report = await applied(world, bridge)
    expect(report).toMatchObject({ done: {}, held: 12 })
    expect(codes(report.open).sort()).toEqual(['bridge_removals_held', 'bridge_users_held'])
    const users = await applied(world, bridge, { allow: ['users'] })
    expect(users).toMatchObject({ done: { disable_user: 6 }, held: 6 })
    await admin.must(200, 'PATCH', path(world, bridge), { body: { mapping: { leavers: 'delete' } } })
    const deleting = await applied(world, bridge, { allow: [] })
    expect(deleting).toMatchObject({ done: {}, held: 12 })
    expect(await applied(world, bridge, { allowAll: true })).toMatchObject({ done: { delete_user: 6, remove_member: 6 }, held: 0 })
    expect(await sizes(world)).toEqual({ One: 4, Two: 10 })
  })

  test('whose removal from a group is held is not deleted either', async () => {
    const { world, bridge, people } = await filled(10, { mapping: { names: ['code'], leavers: 'delete' } })
    await world.company.people('r', 15, [await world.company.department('Three')])
    const { selection } = await admin.must(200, 'GET', path(world, bridge))
    await admin.must(200, 'PATCH', path(world, bridge), { body: { selection: { departments: [...selection.departments, '0'] } } })
    await applied(world, bridge)
    for (const person of people.slice(0, 6)) await world.company.resign(person)
    const report = await applied(world, bridge)
    // Six of thirty-five users are few, six of ten members are many.
    expect(codes(report.open.filter(({ kind }: Json) => kind === 'delete_user'))).toEqual(['bridge_removals_held'])
    expect(report.done.delete_user).toBeUndefined()
  })

  test('a chosen department that is gone empties nothing: its group is held, and so are the users of who is still there', async () => {
    const { world, bridge, one, two, people, group } = await filled(2)
    await admin.must(200, 'PATCH', path(world, bridge), { body: { status: 'following' } })
    await world.company.move(people[0] as string, ['0'])
    await world.company.resign(people[1] as string)
    await world.company.deleteDepartment(one)
    const report = await applied(world, bridge)
    expect(report.open.map(({ kind, problem }: Json) => [kind, problem.code]).sort()).toEqual([
      ['delete_group', 'bridge_source_gone'],
      ['disable_user', 'bridge_source_gone'],
    ])
    expect(report.done).toEqual({ disable_user: 1 })
    expect(await sizes(world)).toEqual({ One: 2, Two: 2 })
    await follow(world)
    expect(await sizes(world)).toEqual({ One: 2, Two: 2 })
    expect((await applied(world, bridge, { allow: [group, 'users'] })).done).toEqual({ delete_group: 1, disable_user: 1 })
    expect(await sizes(world)).toEqual({ Two: 2 })
    expect((await admin.must(200, 'GET', path(world, bridge))).selection.departments).toEqual([one, two])
  })

  test('a chosen group that is gone is held as well', async () => {
    const world = await newWorld(admin)
    const team = await world.company.group('Team')
    const person = await world.company.person('ann', ['0'])
    await world.company.join(team, person)
    const bridge = await newBridge(world, { groups: [team] })
    await applied(world, bridge)
    await world.company.join(team, person, 'remove')
    await world.company.deleteGroup(team)
    const report = await applied(world, bridge)
    expect(report).toMatchObject({ done: {}, held: 2 })
    expect(codes(report.open)).toEqual(['bridge_source_gone'])
  })

  test('a group of what is not chosen any more is deleted when it is small, and held when it is not', async () => {
    const { world, bridge, two, group } = await filled(8)
    await admin.must(200, 'PATCH', path(world, bridge), { body: { selection: { departments: [two] } } })
    const report = await applied(world, bridge, { allow: ['users'] })
    expect(report.open).toMatchObject([{ kind: 'delete_group', target: group, problem: { code: 'bridge_removals_held' } }])
    expect(await sizes(world)).toEqual({ One: 8, Two: 8 })
    expect((await applied(world, bridge, { allow: [group] })).done).toEqual({ delete_group: 1 })
    expect(await sizes(world)).toEqual({ Two: 8 })
  })

  test('following has no allowance: what is too much waits and is reported, also after it follows something else', async () => {
    const { world, bridge, two, people } = await filled(12)
    await admin.must(200, 'PATCH', path(world, bridge), { body: { status: 'following' } })
    for (const person of people.slice(0, 6)) await world.company.move(person, [two])
    await follow(world)
    const told = async () => (await admin.must(200, 'GET', `${path(world, bridge)}/report`)).report
    expect(await told()).toMatchObject({ by: 'follow', done: { add_member: 6 }, held: 6 })
    await world.company.person('new', [two])
    await follow(world)
    expect(await told()).toMatchObject({ by: 'follow', done: { create_user: 1, add_member: 1 }, held: 6 })
    expect(await sizes(world)).toEqual({ One: 12, Two: 19 })
  })

  test('following by single events does not empty a group in small steps', async () => {
    const { world, bridge, people } = await filled(10)
    await admin.must(200, 'PATCH', path(world, bridge), { body: { status: 'following' } })
    for (const person of people) {
      await world.company.resign(person)
      await follow(world)
    }
    expect((await sizes(world)).One).toBe(5)
    const { report } = await admin.must(200, 'GET', `${path(world, bridge)}/report`)
    expect(report.held).toBe(10)
  })
})
