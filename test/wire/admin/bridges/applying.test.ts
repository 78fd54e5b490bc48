import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeMemberships } from '../../../../src/directory/groups/change-memberships.ts'
import { createSyncedUser } from '../../../../src/directory/synchronization/create-synced-user.ts'
import { deleteSyncedGroup } from '../../../../src/directory/synchronization/delete-synced-group.ts'
import { deleteSyncedUser } from '../../../../src/directory/synchronization/delete-synced-user.ts'
import { createUser } from '../../../../src/directory/users/create-user.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { type Admin, type Json, openAdmin, ports, vault } from '../admin-kit.ts'
import { origin } from '../organization-kit.ts'
import { applied, groupNamed, newBridge, newWorld, path, previewed, switchOn, userNamed, zoneNow } from './bridge-kit.ts'

const mail = (name: string) => `${name}@example.com`
const kindsOf = (items: Json[]) => items.map(({ kind, source }) => `${kind} ${source?.name ?? '-'}`).sort()

onEveryEngine('applying a bridge', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  test('the first time makes users and groups of what is chosen, the second time nothing', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const sales = await company.department('Sales')
    const north = await company.department('North', sales)
    const other = await company.department('Other')
    const ann = await company.person('ann', [sales])
    await company.person('bob', [north])
    await company.person('cat', [other])
    const team = await company.group('Team')
    await company.join(team, ann)
    const bridge = await newBridge(world, { departments: [sales, north], groups: [team] })

    const before = await previewed(world, bridge)
    expect(kindsOf(before.items)).toEqual([
      'add_member ann',
      'add_member ann',
      'add_member bob',
      'add_member bob',
      'create_group North',
      'create_group Sales',
      'create_group Team',
      'create_user ann',
      'create_user bob',
    ])
    expect(await zoneNow(world)).toEqual({ users: {}, groups: {} })
    const report = await applied(world, bridge)
    expect(report).toMatchObject({ by: 'apply', done: before.ready, failed: 0, held: 0, open: [] })
    expect(await zoneNow(world)).toEqual({
      users: { [mail('ann')]: 'enabled', [mail('bob')]: 'enabled' },
      groups: { Sales: [mail('ann'), mail('bob')], North: [mail('bob')], Team: [mail('ann')] },
    })
    expect(await userNamed(world, mail('ann'))).toMatchObject({
      owner: 'synchronized',
      externalId: ann,
      displayName: 'ann',
      email: mail('ann'),
    })

    const end = (await admin.must(200, 'GET', `/events?tenant=${world.zone}&limit=1000`)).items.length
    expect((await previewed(world, bridge)).items).toEqual([])
    expect(await applied(world, bridge)).toMatchObject({ done: {}, failed: 0, held: 0 })
    expect((await admin.must(200, 'GET', `/events?tenant=${world.zone}&limit=1000`)).items).toHaveLength(end)
  })

  test('every kind of item is previewed and then done', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const first = await company.department('First')
    const second = await company.department('Second')
    const [ann, bob, cat, dan] = [
      await company.person('ann', [first]),
      await company.person('bob', [first, second]),
      await company.person('cat', [first]),
      await company.person('dan', [first]),
    ]
    const bridge = await newBridge(world, { departments: [first, second] })
    await applied(world, bridge)
    await company.changePerson(ann, { name: 'Ann', email: 'new@example.com' })
    await company.changePerson(bob, { frozen: true })
    await company.resign(cat)
    await company.move(dan, [second])
    await company.changeDepartment(first, { name: 'Premier' })
    await company.person('eve', [second])
    const before = await previewed(world, bridge)
    expect(kindsOf(before.items)).toEqual([
      'add_member dan',
      'add_member eve',
      'change_group Premier',
      'change_user Ann',
      'create_user eve',
      'disable_user bob',
      'disable_user cat',
      'remove_member cat',
      'remove_member dan',
    ])
    expect(before.items.find((item: Json) => item.kind === 'change_user')).toMatchObject({
      before: { name: mail('ann'), displayName: 'ann', email: mail('ann') },
      after: { name: 'new@example.com', displayName: 'Ann', email: 'new@example.com' },
    })
    expect((await applied(world, bridge)).done).toEqual(before.ready)
    expect(await zoneNow(world)).toEqual({
      users: {
        'new@example.com': 'enabled',
        [mail('bob')]: 'disabled',
        [mail('cat')]: 'disabled',
        [mail('dan')]: 'enabled',
        [mail('eve')]: 'enabled',
      },
      groups: { Premier: [mail('bob'), 'new@example.com'], Second: [mail('bob'), mail('dan'), mail('eve')] },
    })
    // Whoever is back is enabled; whoever is not chosen any more is deleted, when the bridge says so; so is the group of what is not.
    await company.changePerson(bob, { frozen: false })
    await admin.must(200, 'PATCH', path(world, bridge), { body: { selection: { departments: [second] }, mapping: { leavers: 'delete' } } })
    const last = await previewed(world, bridge)
    expect(kindsOf(last.items)).toEqual(['change_user bob', 'delete_group Premier', 'delete_user Ann', 'delete_user cat'])
    expect((await applied(world, bridge)).done).toEqual(last.ready)
    expect(await zoneNow(world)).toEqual({
      users: { [mail('bob')]: 'enabled', [mail('dan')]: 'enabled', [mail('eve')]: 'enabled' },
      groups: { Second: [mail('bob'), mail('dan'), mail('eve')] },
    })
  })

  test('the whole company, and a group with departments in it, are taken with everybody in and below', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const parent = await company.department('Parent')
    const child = await company.department('Child', parent)
    await company.person('top', ['0'])
    await company.person('deep', [child])
    const group = await company.group('Holders')
    await company.setGroupDepartment('PUT', group, parent)
    const bridge = await newBridge(world, { departments: ['0'], groups: [group] }, { mapping: { groupPrefix: 'corp ', names: ['code'] } })
    await applied(world, bridge)
    const { groups } = await zoneNow(world)
    const { name } = await admin.must(200, 'GET', `/companies/${company.id}`)
    expect(groups).toEqual({ [`corp ${name}`]: ['deep', 'top'], 'corp Holders': ['deep'] })
  })

  test('names come from where the mapping says, and mail from nowhere when it says so', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const all = await company.department('All')
    await company.person('ann', [all], { email: 'first@example.com', enterpriseEmail: 'second@example.com', employeeNo: '17' })
    await company.person('bob', [all], { email: '' })
    for (const [names, wanted] of [
      [
        ['employeeNo', 'code'],
        ['17', 'bob'],
      ],
      [
        ['enterpriseEmail', 'code'],
        ['bob', 'second@example.com'],
      ],
      [
        ['emailPrefix', 'code'],
        ['bob', 'first'],
      ],
    ]) {
      const bridge = await newBridge(world, { departments: [all] }, { mapping: { names, email: 'none', groupPrefix: `${names} ` } })
      // Nobody has names of its own bridge yet but those of the bridge before: they are another's.
      const { items } = await previewed(world, bridge)
      const created = items.filter((item: Json) => item.kind === 'create_user').map((item: Json) => item.after.name)
      expect(created.sort()).toEqual(wanted)
      expect(items.every((item: Json) => item.after?.email === undefined || item.after.email === '')).toBe(true)
    }
  })

  test('synchronized users of the name are taken over, those kept by hand only where the zone says so', async () => {
    const world = await newWorld(admin)
    const { company, zone, place } = world
    const all = await company.department('All')
    await company.person('ann', [all])
    await company.person('bob', [all])
    const add = (owner: 'manual' | 'synchronized', name: string) =>
      admin.store.write(zone, origin, async (tx) => {
        if (owner === 'synchronized') return (await createSyncedUser(tx, ports, vault, zone, { name, firstName: 'Kept' })).id
        return (await createUser(tx, ports, vault, zone, { name })).user.id
      })
    const [ann, bob] = [await add('synchronized', mail('ann')), await add('manual', mail('bob'))]
    const bridge = await newBridge(world, { departments: [all] })
    const report = await applied(world, bridge)
    expect(report).toMatchObject({ done: { link_user: 1, create_group: 1, add_member: 1 }, failed: 1 })
    expect(report.open[0]).toMatchObject({ kind: 'create_user', source: { name: 'bob' }, problem: { code: 'user_name_taken' } })
    expect(await userNamed(world, mail('ann'))).toMatchObject({ id: ann, firstName: 'Kept', displayName: 'ann' })

    await admin.must(200, 'PATCH', `/organizations/${place.organization}`, { body: { adoption: 'by_name' } })
    expect((await previewed(world, bridge)).ready).toEqual({ link_user: 1, add_member: 1 })
    expect((await applied(world, bridge)).done).toEqual({ link_user: 1, add_member: 1 })
    expect(await userNamed(world, mail('bob'))).toMatchObject({ id: bob, owner: 'synchronized' })
  })

  test('a group that a deleted bridge made is taken over by the next, and its users with it', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const all = await company.department('All')
    await company.person('ann', [all])
    const bridge = await newBridge(world, { departments: [all] })
    await applied(world, bridge)
    const group = await groupNamed(world, 'All')
    await admin.must(204, 'DELETE', path(world, bridge))
    expect((await zoneNow(world)).groups).toEqual({ All: [mail('ann')] })
    const next = await newBridge(world, { departments: [all] })
    expect((await previewed(world, next)).ready).toEqual({ link_user: 1, link_group: 1 })
    expect((await applied(world, next)).done).toEqual({ link_user: 1, link_group: 1 })
    expect(await groupNamed(world, 'All')).toBe(group)
    expect((await previewed(world, next)).items).toEqual([])
  })

  test('whoever got into a group by other means leaves it; other groups are not touched', async () => {
    const world = await newWorld(admin)
    const { company, zone } = world
    const all = await company.department('All')
    await company.person('ann', [all])
    const bridge = await newBridge(world, { departments: [all] })
    await applied(world, bridge)
    const stranger = await admin.store.write(zone, origin, (tx) => createSyncedUser(tx, ports, vault, zone, { name: 'stranger' }))
    const change = { kind: 'add', group: await groupNamed(world, 'All'), user: stranger.id, by: 'source' } as const
    await admin.store.submit(changeMemberships, zone, origin, change)
    const { items } = await previewed(world, bridge)
    expect(items).toMatchObject([{ kind: 'remove_member', source: null, target: stranger.id, group: { name: 'All' } }])
    await applied(world, bridge)
    expect(await zoneNow(world)).toEqual({ users: { [mail('ann')]: 'enabled', stranger: 'enabled' }, groups: { All: [mail('ann')] } })
  })

  test('users and groups that were deleted by other means are made again', async () => {
    const world = await newWorld(admin)
    const { company, zone } = world
    const all = await company.department('All')
    await company.person('ann', [all])
    const bridge = await newBridge(world, { departments: [all] })
    await applied(world, bridge)
    const before = await zoneNow(world)
    const [group, { id: user }] = [await groupNamed(world, 'All'), await userNamed(world, mail('ann'))]
    await admin.store.write(zone, origin, (tx) => deleteSyncedGroup(tx, zone, group))
    await admin.store.write(zone, origin, (tx) => deleteSyncedUser(tx, zone, user))
    expect((await applied(world, bridge)).done).toEqual({ create_user: 1, create_group: 1, add_member: 1 })
    expect(await zoneNow(world)).toEqual(before)
  })

  test('nothing is applied while synchronization is switched off, nor as a dry run', async () => {
    const world = await newWorld(admin)
    const all = await world.company.department('All')
    const bridge = await newBridge(world, { departments: [all] })
    const dry = await admin.ask('POST', `${path(world, bridge)}/apply`, { headers: { 'x-rollcall-dry-run': 'true' } })
    expect([dry.status, dry.body.type]).toEqual([400, 'urn:rollcall:rehearsal_not_possible'])
    await switchOn(world, false)
    const off = await admin.ask('POST', `${path(world, bridge)}/apply`)
    expect([off.status, off.body.type]).toEqual([409, 'urn:rollcall:synchronization_off'])
    expect(await zoneNow(world)).toEqual({ users: {}, groups: {} })
  })
})
