import { afterAll, beforeAll, expect, test } from 'vitest'
import { noAllowance } from '../../../../src/directory/bridges/planning/guard-removals.ts'
import { previewBridge } from '../../../../src/directory/bridges/preview-bridge.ts'
import { createUser } from '../../../../src/directory/users/create-user.ts'
import { turnsDuring } from '../../../directory/large/turns.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { type Admin, type Json, openAdmin, ports, vault } from '../admin-kit.ts'
import { origin } from '../organization-kit.ts'
import { applied, newBridge, newWorld, path, problemsOf, type World, zoneNow } from './bridge-kit.ts'

onEveryEngine('many people at once', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  async function peopled(count: number): Promise<{ world: World; ids: string[]; bridge: string }> {
    const world = await newWorld(admin)
    const all = await world.company.department('All')
    const ids = await world.company.people('p', count, [all])
    const bridge = await newBridge(world, { departments: [all] }, { mapping: { names: ['code'] } })
    return { world, ids, bridge }
  }

  /** How many units of work an apply takes, but those of lists. */
  async function writesOf(work: () => Promise<unknown>): Promise<number> {
    const write = admin.store.write.bind(admin.store)
    let writes = 0
    admin.store.write = (tenant, by, unit) => {
      writes++
      return write(tenant, by, unit)
    }
    await work().finally(() => {
      admin.store.write = write
    })
    return writes
  }

  test('are created, changed and disabled by lists, with an event each', async () => {
    const { world, ids, bridge } = await peopled(300)
    // Two lists of people, the group, and the outcome.
    expect(await writesOf(async () => expect((await applied(world, bridge)).done.create_user).toBe(300))).toBe(4)
    for (const id of ids) await world.company.changePerson(id, { name: 'renamed', frozen: true })
    const twice = async () =>
      expect((await applied(world, bridge, { allowAll: true })).done).toEqual({ change_user: 300, disable_user: 300 })
    expect(await writesOf(twice)).toBe(5)
    const { users, groups } = await zoneNow(world)
    expect(new Set(Object.values(users))).toEqual(new Set(['disabled']))
    expect(groups.All).toHaveLength(300)
    for (const kind of ['user_created', 'user_changed', 'user_status_changed']) {
      const { items } = await admin.must(200, 'GET', `/events?tenant=${world.zone}&kind=${kind}&limit=1000`)
      expect(new Set(items.map(({ subject }: Json) => subject)).size, kind).toBe(300)
      expect(items, kind).toHaveLength(300)
    }
  }, 60_000)

  test('a plan lets others have their turn between two pages', async () => {
    const { world, bridge } = await peopled(3)
    const asked = { allowance: noAllowance, now: Date.now() }
    // Departments, people, names, addresses, groups and what is planned: of each a page at the least.
    expect(await turnsDuring(() => previewBridge(admin.store.reader, world.zone, bridge, asked))).toBeGreaterThan(5)
  })

  test('those in a list who fail are told of with why, and take nobody with them; nor does a whole list that fails', async () => {
    const { world, ids, bridge } = await peopled(20)
    const hand = (name: string, email = '') =>
      admin.store.write(world.zone, origin, (tx) => createUser(tx, ports, vault, world.zone, { name, email }))
    const write = admin.store.write.bind(admin.store)
    // The plan is made by then: what is taken now is met by the list.
    admin.store.write = async (tenant, by, work) => {
      admin.store.write = write
      await hand('p3')
      await hand('somebody', 'P5@example.com')
      return write(tenant, by, work)
    }
    const report = await applied(world, bridge)
    expect(problemsOf(report.open.filter(({ kind }: Json) => kind === 'create_user'))).toEqual([
      'create_user p3: user_name_taken',
      'create_user p5: email_taken',
    ])
    expect(report.done).toMatchObject({ create_user: 18, add_member: 18 })

    for (const id of ids) await world.company.changePerson(id, { name: 'renamed' })
    let lists = 0
    admin.store.write = (tenant, by, work) => {
      if (lists++ > 0) return write(tenant, by, work)
      return Promise.reject(new Error('this list can not be'))
    }
    expect((await applied(world, bridge)).done).toEqual({ change_user: 18 })
    admin.store.write = write
  })

  test('a quota in the middle of a list stops those behind it alone', async () => {
    const { world, bridge } = await peopled(9)
    const { organization } = world.place
    await admin.must(200, 'PATCH', `/organizations/${organization}`, { body: { quotas: { users: 4 } } })
    const report = await applied(world, bridge)
    expect(report.done.create_user).toBe(4)
    expect(report.open.filter(({ problem }: Json) => problem.code === 'user_quota_reached')).toHaveLength(5)
    await admin.must(200, 'PATCH', `/organizations/${organization}`, { body: { quotas: { users: 9 } } })
    expect((await applied(world, bridge)).done).toEqual({ create_user: 5, add_member: 5 })
  })

  test('an apply that is interrupted leaves the lists that were done, and the next one goes on behind them', async () => {
    const { world, bridge } = await peopled(300)
    const write = admin.store.write.bind(admin.store)
    let writes = 0
    admin.store.write = (tenant, by, work) => (++writes > 1 ? Promise.reject(new Error('the server ends here')) : write(tenant, by, work))
    expect((await admin.ask('POST', `${path(world, bridge)}/apply`)).status).toBe(500)
    admin.store.write = write
    expect(admin.faults.splice(0)).toHaveLength(1)
    const done = Object.keys((await zoneNow(world)).users).length
    expect(done).toBe(256)
    expect(await applied(world, bridge)).toMatchObject({ done: { create_user: 44, create_group: 1, add_member: 300 }, failed: 0 })
  })
})
