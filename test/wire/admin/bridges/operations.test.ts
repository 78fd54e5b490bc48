import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEveryEngine } from '../../../kit/engines.ts'
import { type Admin, eventsOf, type Json, openAdmin } from '../admin-kit.ts'
import { applied, newBridge, newWorld, path, previewed, switchOn, type World } from './bridge-kit.ts'

onEveryEngine('operations of bridges', (engine) => {
  let admin: Admin
  let world: World
  let department: string
  beforeAll(async () => {
    admin = await openAdmin(engine)
    world = await newWorld(admin)
    department = await world.company.department('Department')
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  const refused = async (method: string, at: string, body?: object) => {
    const told = await admin.ask(method, at, body && { body })
    return [told.status, told.body.type.replace('urn:rollcall:', '')]
  }

  test('a bridge is created with defaults, shown, changed and deleted, with an event each', async () => {
    const body = { company: world.company.id, selection: { departments: [department, department] } }
    const made = await admin.must(201, 'POST', `/zones/${world.zone}/bridges`, { body })
    expect(made).toMatchObject({
      company: world.company.id,
      selection: { departments: [department], groups: [] },
      mapping: { names: ['email', 'code'], email: 'email', groupPrefix: '', leavers: 'disable' },
      removalShare: 0.2,
      status: 'paused',
      state: 'paused',
      lastRun: null,
    })
    const at = path(world, made.id)
    expect(await admin.must(200, 'GET', at)).toEqual(made)
    expect(await admin.must(200, 'GET', `${at}/report`)).toEqual({ report: null })
    const changed = await admin.must(200, 'PATCH', at, {
      body: { status: 'following', removalShare: 0.12345, mapping: { groupPrefix: 'x' } },
    })
    expect(changed).toMatchObject({ status: 'following', removalShare: 0.123, mapping: { groupPrefix: 'x', leavers: 'disable' } })
    await applied(world, made.id)
    expect((await admin.must(200, 'GET', at)).lastRun).toMatchObject({ by: 'apply', failed: 0, held: 0 })
    await admin.must(204, 'DELETE', at)
    expect(await refused('GET', at)).toEqual([404, 'bridge_not_found'])
    expect((await eventsOf(admin, made.id)).map(({ kind }) => kind)).toEqual(['bridge_created', 'bridge_changed', 'bridge_deleted'])
  })

  test('another selection or mapping pauses a bridge; what is the same changes nothing', async () => {
    const bridge = await newBridge(world, { departments: [department] }, { status: 'following' })
    const at = path(world, bridge)
    const change = async (body: object) => (await admin.must(200, 'PATCH', at, { body })).status
    expect(await change({ removalShare: 0.5 })).toBe('following')
    expect(await change({ mapping: { leavers: 'disable' }, selection: { departments: [department] } })).toBe('following')
    expect((await eventsOf(admin, bridge)).map(({ kind }) => kind)).toEqual(['bridge_created', 'bridge_changed'])
    expect(await change({ mapping: { leavers: 'delete' } })).toBe('paused')
    expect(await change({ selection: { departments: [] }, status: 'following' })).toBe('following')
    await switchOn(world, false)
    expect((await admin.must(200, 'GET', at)).state).toBe('waiting')
    await switchOn(world, true)
    expect((await admin.must(200, 'GET', at)).state).toBe('following')
  })

  test('departments may be chosen by the code that the company gave them', async () => {
    const { items } = await admin.must(200, 'GET', `/events?subject=${department}`)
    const bridge = await newBridge(world, { departments: [items[0].after.code, '0'] })
    expect((await admin.must(200, 'GET', path(world, bridge))).selection.departments).toEqual([department, '0'])
  })

  test('bridges and previews are listed in pages', async () => {
    const own = await newWorld(admin)
    const all = await own.company.department('All')
    await own.company.people('p', 3, [all])
    const ids = [await newBridge(own, {}), await newBridge(own, {}), await newBridge(own, { departments: [all] })].sort()
    const first = await admin.must(200, 'GET', `/zones/${own.zone}/bridges?limit=2`)
    const second = await admin.must(200, 'GET', `/zones/${own.zone}/bridges?limit=2&after=${first.cursor}`)
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
    expect(second.cursor).toBeNull()
    const [bridge] = (await Promise.all(ids.map(async (id) => ((await previewed(own, id)).items.length > 0 ? [id] : [])))).flat()
    const whole = (await previewed(own, bridge as string)).items
    const shown: Json[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page = await admin.must(200, 'POST', `${path(own, bridge as string)}/preview?limit=3${after && `&after=${after}`}`)
      shown.push(...page.items)
      expect(page.ready).toEqual({ create_user: 3, create_group: 1, add_member: 3 })
      after = page.cursor
    }
    expect(shown).toEqual(whole)
    expect(await refused('POST', `${path(own, bridge as string)}/preview?after=x`)).toEqual([400, 'cursor_invalid'])
    expect(await refused('GET', `/zones/${own.zone}/bridges?after=x`)).toEqual([400, 'cursor_invalid'])
  })

  test('each refuses a zone or bridge that is not there', async () => {
    const body = { company: world.company.id, selection: {} }
    const calls = [
      ['GET', ''],
      ['PATCH', '', { status: 'paused' }],
      ['DELETE', ''],
      ['POST', '/preview'],
      ['POST', '/apply'],
      ['GET', '/report'],
    ] as const
    for (const [method, rest, sent] of calls) {
      expect(await refused(method, `${path(world, 'b-none')}${rest}`, sent)).toEqual([404, 'bridge_not_found'])
      expect(await refused(method, `/zones/z-none/bridges/b-none${rest}`, sent)).toEqual([404, 'zone_not_found'])
    }
    expect(await refused('POST', '/zones/z-none/bridges', body)).toEqual([404, 'zone_not_found'])
    expect(await refused('GET', '/zones/z-none/bridges')).toEqual([404, 'zone_not_found'])
    expect(await refused('POST', `/zones/${world.zone}/bridges`, { ...body, company: 'none' })).toEqual([404, 'company_not_found'])
  })

  test('what is not there can not be chosen, and a zone has twenty bridges at most', async () => {
    const at = `/zones/${world.zone}/bridges`
    for (const selection of [{ departments: ['od-00000000000000000000000000000000'] }, { groups: ['none'] }]) {
      expect(await refused('POST', at, { company: world.company.id, selection })).toEqual([409, 'bridge_source_unknown'])
      expect(await refused('PATCH', path(world, await newBridge(world, {})), { selection })).toEqual([409, 'bridge_source_unknown'])
    }
    const full = await newWorld(admin)
    for (let made = 0; made < 20; made++) await newBridge(full, {})
    expect(await refused('POST', `/zones/${full.zone}/bridges`, { company: full.company.id, selection: {} })).toEqual([
      409,
      'bridge_limit_reached',
    ])
  })

  test('wrong input is refused where it stands', async () => {
    const at = `/zones/${world.zone}/bridges`
    const wrong = [
      {},
      { company: world.company.id },
      { company: world.company.id, selection: { people: [] } },
      { company: world.company.id, selection: {}, removalShare: 1.1 },
      { company: world.company.id, selection: {}, mapping: { names: [] } },
      { company: world.company.id, selection: {}, mapping: { names: ['nickname'] } },
      { company: world.company.id, selection: {}, status: 'running' },
    ]
    for (const body of wrong) expect(await refused('POST', at, body)).toEqual([400, 'invalid_input'])
  })

  test('creating, changing and deleting can be rehearsed', async () => {
    const dry = { 'x-rollcall-dry-run': 'true' }
    const bridge = await newBridge(world, { departments: [department] })
    const at = path(world, bridge)
    const before = await admin.must(200, 'GET', at)
    await admin.must(200, 'PATCH', at, { body: { status: 'following' }, headers: dry })
    await admin.must(204, 'DELETE', at, { headers: dry })
    expect(await admin.must(200, 'GET', at)).toEqual(before)
  })
})
