import { afterAll, beforeAll, expect, test } from 'vitest'
import { dueBridges } from '../../../../src/directory/bridges/follow-events.ts'
import { deleteZone } from '../../../../src/directory/leaving/delete-zone.ts'
import { holdBridge } from '../../../../src/storage/tables/bridges/bridges.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { type Admin, openAdmin, ports } from '../admin-kit.ts'
import { origin } from '../organization-kit.ts'
import { applied, follow, newBridge, newWorld, path, switchOn, type World, zoneNow } from './bridge-kit.ts'

onEveryEngine('following a company', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  /** A world with two departments, one below the other, a third beside them, and a group; all but the third are followed. */
  const followed = async () => {
    const world = await newWorld(admin)
    const { company } = world
    const top = await company.department('Top')
    const below = await company.department('Below', top)
    const beside = await company.department('Beside')
    const team = await company.group('Team')
    const bridge = await newBridge(world, { departments: [top, below], groups: [team] }, { mapping: { names: ['code'] } })
    await applied(world, bridge)
    await admin.must(200, 'PATCH', path(world, bridge), { body: { status: 'following' } })
    return { world, company, bridge, top, below, beside, team }
  }

  const after = async (world: World) => {
    await follow(world)
    return zoneNow(world)
  }

  test('people come, change, move, are frozen, join and leave groups, resign and return, and the zone follows', async () => {
    const { world, company, below, beside, team, top } = await followed()
    const ann = await company.person('ann', [below])
    expect(await after(world)).toEqual({ users: { ann: 'enabled' }, groups: { Top: ['ann'], Below: ['ann'], Team: [] } })
    await company.join(team, ann)
    expect((await after(world)).groups).toMatchObject({ Team: ['ann'] })
    await company.move(ann, [top, beside])
    expect((await after(world)).groups).toEqual({ Top: ['ann'], Below: [], Team: ['ann'] })
    await company.changePerson(ann, { frozen: true })
    expect((await after(world)).users).toEqual({ ann: 'disabled' })
    await company.changePerson(ann, { frozen: false, code: 'anna' })
    expect(await after(world)).toEqual({ users: { anna: 'enabled' }, groups: { Top: ['anna'], Below: [], Team: ['anna'] } })
    await company.move(ann, [beside])
    expect((await after(world)).groups).toEqual({ Top: [], Below: [], Team: ['anna'] })
    await company.join(team, ann, 'remove')
    expect(await after(world)).toEqual({ users: { anna: 'disabled' }, groups: { Top: [], Below: [], Team: [] } })
    await company.move(ann, [below])
    expect(await after(world)).toEqual({ users: { anna: 'enabled' }, groups: { Top: ['anna'], Below: ['anna'], Team: [] } })
    await company.resign(ann)
    expect(await after(world)).toEqual({ users: { anna: 'disabled' }, groups: { Top: [], Below: [], Team: [] } })
  })

  test('departments and groups that are renamed, moved or filled take everybody along', async () => {
    const { world, company, top, below, beside, team } = await followed()
    await company.person('ann', [below])
    await company.person('bob', [beside])
    await company.changeDepartment(below, { name: 'Under' })
    await company.rename(team, 'Crew')
    expect(await after(world)).toEqual({ users: { ann: 'enabled' }, groups: { Top: ['ann'], Under: ['ann'], Crew: [] } })
    await company.changeDepartment(beside, { parent: below })
    expect((await after(world)).groups).toEqual({ Top: ['ann', 'bob'], Under: ['ann', 'bob'], Crew: [] })
    await company.changeDepartment(below, { parent: '0' })
    expect((await after(world)).groups).toEqual({ Top: [], Under: ['ann', 'bob'], Crew: [] })
    await company.setGroupDepartment('PUT', team, beside)
    expect((await after(world)).groups).toMatchObject({ Crew: ['bob'] })
    await company.move(await company.person('cat', [top]), [beside])
    expect((await after(world)).groups).toMatchObject({ Crew: ['bob', 'cat'] })
    await company.setGroupDepartment('DELETE', team, beside)
    expect((await after(world)).groups).toMatchObject({ Crew: [] })
  })

  test('where the whole company is chosen, who comes, sits elsewhere or resigns takes the group of everybody along', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const team = await company.department('Team')
    const ann = await company.person('ann', ['0'])
    const bridge = await newBridge(world, { departments: ['0', team] }, { mapping: { names: ['code'] } })
    await applied(world, bridge)
    const [everybody = ''] = Object.keys((await zoneNow(world)).groups).filter((name) => name !== 'Team')
    await admin.must(200, 'PATCH', path(world, bridge), { body: { status: 'following' } })
    const bob = await company.person('bob', [team])
    expect((await after(world)).groups).toEqual({ [everybody]: ['ann', 'bob'], Team: ['bob'] })
    await company.move(ann, [team])
    expect((await after(world)).groups).toEqual({ [everybody]: ['ann', 'bob'], Team: ['ann', 'bob'] })
    await company.resign(bob)
    expect((await after(world)).groups).toEqual({ [everybody]: ['ann'], Team: ['ann'] })
  })

  test('a person in two chosen departments stays a user when he leaves one of them', async () => {
    const { world, company, top, below, beside } = await followed()
    const ann = await company.person('ann', [top, below])
    await after(world)
    await company.move(ann, [below, beside])
    expect(await after(world)).toEqual({ users: { ann: 'enabled' }, groups: { Top: ['ann'], Below: ['ann'], Team: [] } })
    await company.move(ann, [top])
    expect(await after(world)).toEqual({ users: { ann: 'enabled' }, groups: { Top: ['ann'], Below: [], Team: [] } })
  })

  test('what concerns nobody who is chosen changes nothing, and is not read again', async () => {
    const { world, company, bridge, beside } = await followed()
    const events = async () => (await admin.must(200, 'GET', `/events?tenant=${world.zone}&limit=1000`)).items.length
    const before = await events()
    await company.person('far', [beside])
    await company.department('Another')
    await follow(world)
    expect(await events()).toBe(before)
    const end = (await admin.must(200, 'GET', `/events?tenant=company-${company.id}&limit=1000`)).items.length
    expect((await admin.must(200, 'GET', path(world, bridge))).seq).toBe(end)
  })

  test('a paused bridge does nothing, and catches up when it follows again', async () => {
    const { world, company, bridge, below } = await followed()
    const set = (status: string) => admin.must(200, 'PATCH', path(world, bridge), { body: { status } })
    await set('paused')
    await company.person('ann', [below])
    expect((await after(world)).users).toEqual({})
    await set('following')
    expect((await after(world)).users).toEqual({ ann: 'enabled' })
  })

  test('while synchronization is switched off the bridge waits and says so, and catches up', async () => {
    const { world, company, bridge, below } = await followed()
    await switchOn(world, false)
    await company.person('ann', [below])
    expect((await after(world)).users).toEqual({})
    expect((await admin.must(200, 'GET', path(world, bridge))).state).toBe('waiting')
    await switchOn(world, true)
    expect((await after(world)).users).toEqual({ ann: 'enabled' })
  })

  test('who is ended in the middle leaves the rest to the next, wherever that was', async () => {
    const { world, company, bridge, below } = await followed()
    const names = Array.from({ length: 6 }, (_, index) => `p${index}`)
    for (const name of names) await company.person(name, [below])
    const seq = (await admin.must(200, 'GET', path(world, bridge))).seq
    // Before anything is done, and between the users and who of them is in which group.
    for (const moment of [0, 1]) {
      let asked = 0
      await follow(world, 'alone', () => asked++ >= moment)
      expect((await admin.must(200, 'GET', path(world, bridge))).seq).toBe(seq)
    }
    expect(await after(world)).toEqual({
      users: Object.fromEntries(names.map((name) => [name, 'enabled'])),
      groups: { Top: names, Below: names, Team: [] },
    })
  })

  test('of two servers one follows at a time; one that has said nothing for half a minute is relieved', async () => {
    const { world, company, below } = await followed()
    await company.person('ann', [below])
    const { items } = await admin.must(200, 'GET', `/zones/${world.zone}/bridges`)
    const now = ports.clock.now()
    const place = { zone: world.zone, bridge: items[0].id }
    await admin.store.write(world.zone, origin, async (tx) => tx.run(holdBridge, { ...place, holder: 'other', now, until: now + 30_000 }))
    const due = (holder: string, at: number) => dueBridges(admin.store.reader, holder, at, 10)
    expect([await due('me', now), await due('me', now + 29_999)]).toEqual([[], []])
    expect(await due('other', now)).toEqual([{ zone: world.zone, id: place.bridge }])
    expect(await due('me', now + 30_000)).toEqual([{ zone: world.zone, id: place.bridge }])
    await follow(world, 'me', undefined, () => now + 30_001)
    expect((await zoneNow(world)).users).toEqual({ ann: 'enabled' })
  })

  test('an event that comes while all is applied is not passed over', async () => {
    const { world, company, bridge, below, beside } = await followed()
    const ann = await company.person('ann', [below])
    await follow(world)
    // Told at the same time: whichever comes first, what happened last counts.
    await Promise.all([applied(world, bridge), company.move(ann, [beside]), follow(world), company.person('bob', [below])])
    expect(await after(world)).toEqual({ users: { ann: 'disabled', bob: 'enabled' }, groups: { Top: ['bob'], Below: ['bob'], Team: [] } })
  })

  test('a bridge goes with its zone', async () => {
    const { world, company, below } = await followed()
    await admin.store.write(world.zone, origin, (tx) => deleteZone(tx, world.zone))
    await company.person('ann', [below])
    await follow(world)
    expect((await admin.ask('GET', `/zones/${world.zone}/bridges`)).status).toBe(404)
  })
})
