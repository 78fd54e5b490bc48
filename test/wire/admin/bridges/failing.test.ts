import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAccessRule } from '../../../../src/directory/access/change-access-rule.ts'
import { changeMemberships } from '../../../../src/directory/groups/change-memberships.ts'
import { createGroup } from '../../../../src/directory/groups/create-group.ts'
import { createUser } from '../../../../src/directory/users/create-user.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { type Admin, type Json, openAdmin, ports, vault } from '../admin-kit.ts'
import { origin } from '../organization-kit.ts'
import { applied, groupNamed, newBridge, newWorld, path, previewed, userNamed, type World, zoneNow } from './bridge-kit.ts'

const told = (items: Json[]) => items.map(({ kind, source, problem }) => `${kind} ${source?.name ?? '-'}: ${problem.code}`).sort()

onEveryEngine('items of a bridge that fail', (engine) => {
  let admin: Admin
  beforeAll(async () => {
    admin = await openAdmin(engine)
  })
  afterAll(async () => {
    expect(admin.faults).toEqual([])
    await admin.stop()
  })

  const byHand = ({ zone }: World, name: string, email = '') =>
    admin.store.write(zone, origin, (tx) => createUser(tx, ports, vault, zone, { name, email }))

  test('are told of with reasons in both languages, before and after, while all others are done', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const all = await company.department('All')
    const team = await company.department('Team', all)
    const long = await company.department('x'.repeat(121))
    await byHand(world, 'taken')
    await byHand(world, 'somebody', 'used@example.com')
    await admin.store.write(world.zone, origin, (tx) => createGroup(tx, ports, world.zone, { name: 'By hand Team' }))
    await company.person('fine', [team])
    await company.person('taken', [team])
    await company.person('mailed', [team], { email: 'used@example.com' })
    await company.person('odd', [team], { code: 'two words' })
    await company.person('wordy', [team], { name: 'n'.repeat(257) })
    await company.person('same', [team])
    await company.person('Same', [team], { email: '' })
    const bridge = await newBridge(world, { departments: [all, team, long] }, { mapping: { names: ['code'], groupPrefix: 'By hand ' } })
    const before = await previewed(world, bridge)
    const report = await applied(world, bridge)
    expect(report.done).toEqual(before.ready)
    expect(told(report.open)).toEqual(told(before.items.filter(({ state }: Json) => state !== 'ready')))
    // Of the two who want one name, the first by id gets it.
    const lines = told(report.open).map((line) => line.replace('Same', 'same').replace('n'.repeat(257), 'wordy'))
    expect(lines.sort()).toEqual([
      'create_group Team: group_name_taken',
      `create_group ${'x'.repeat(121)}: bridge_group_name_unfit`,
      'create_user mailed: email_taken',
      'create_user odd: bridge_name_unfit',
      'create_user same: user_name_taken',
      'create_user taken: user_name_taken',
      'create_user wordy: bridge_text_too_long',
    ])
    for (const { problem } of report.open) {
      expect(problem.detail).toMatch(/^[\x20-\x7e]+\.$/)
      expect(problem.detail_zh).toMatch(/[\u4e00-\u9fff].*。$/)
    }
    const { groups } = await zoneNow(world)
    expect(groups['By hand All']?.map((name) => name.toLowerCase()).sort()).toEqual(['fine', 'same'])
    expect(groups['By hand Team']).toEqual([])
  })

  test('a group is named as a source could name it: at most 128 characters, none of them a control character', async () => {
    const world = await newWorld(admin)
    const fit = ['😀'.repeat(128), 'next\u0085line', 'two  words ']
    const unfit = ['😀'.repeat(129), 'two\nlines', 'gone\u007f']
    const departments = await Promise.all([...fit, ...unfit].map((name) => world.company.department(name)))
    const bridge = await newBridge(world, { departments })
    const report = await applied(world, bridge)
    expect(told(report.open).sort()).toEqual(unfit.map((name) => `create_group ${name}: bridge_group_name_unfit`).sort())
    expect(Object.keys((await zoneNow(world)).groups).sort()).toEqual([...fit].sort())
  })

  test('whoever has nothing to be named by fails alone, and is created once he has', async () => {
    const world = await newWorld(admin)
    const all = await world.company.department('All')
    const ann = await world.company.person('ann', [all])
    const bridge = await newBridge(world, { departments: [all] }, { mapping: { names: ['employeeNo'] } })
    expect(told((await applied(world, bridge)).open)).toEqual(['create_user ann: bridge_name_missing'])
    await world.company.changePerson(ann, { employeeNo: '1' })
    expect(await applied(world, bridge)).toMatchObject({ done: { create_user: 1, add_member: 1 }, failed: 0 })
  })

  test('names that are given up in the same run are free; a name that stays is not', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const all = await company.department('All')
    const ann = await company.person('ann', [all])
    const bob = await company.person('bob', [all])
    const bridge = await newBridge(world, { departments: [all] }, { mapping: { names: ['code'] } })
    await applied(world, bridge)
    await company.changePerson(bob, { code: 'robert', email: 'robert@example.com' })
    await company.changePerson(ann, { code: 'bob', email: 'bob@example.com' })
    await company.person('new', [all], { code: 'ann', email: 'ann@example.com' })
    expect(await applied(world, bridge)).toMatchObject({ done: { change_user: 2, create_user: 1, add_member: 1 }, failed: 0 })
    expect((await userNamed(world, 'bob')).externalId).toBe(ann)
    await byHand(world, 'hand')
    await company.changePerson(ann, { code: 'hand', email: '' })
    expect(told((await applied(world, bridge)).open)).toEqual(['change_user ann: user_name_taken'])
  })

  test('departments of one name: the first has it, the other fails until it is renamed', async () => {
    const world = await newWorld(admin)
    const { company } = world
    const [north, south] = [await company.department('North'), await company.department('South')]
    const [one, two] = [await company.department('Sales', north), await company.department('Sales', south)]
    await company.person('ann', [one])
    await company.person('bob', [two])
    const bridge = await newBridge(world, { departments: [one, two] }, { mapping: { names: ['code'] } })
    expect(told((await applied(world, bridge)).open)).toEqual(['create_group Sales: group_name_taken'])
    expect(await zoneNow(world)).toEqual({ users: { ann: 'enabled', bob: 'enabled' }, groups: { Sales: ['ann'] } })
    await company.changeDepartment(two, { name: 'Sales South' })
    expect(await applied(world, bridge)).toMatchObject({ done: { create_group: 1, add_member: 1 }, failed: 0 })
  })

  test('quotas stop what goes beyond them, and nothing else; who could not be created is missed in his groups', async () => {
    const world = await newWorld(admin)
    const { company, place } = world
    const all = await company.department('All')
    await company.people('p', 3, [all])
    const bridge = await newBridge(world, { departments: [all] }, { mapping: { names: ['code'] } })
    const quotas = (set: object) => admin.must(200, 'PATCH', `/organizations/${place.organization}`, { body: { quotas: set } })
    await quotas({ users: 2, usersPerGroup: 1 })
    const report = await applied(world, bridge)
    expect(report.done).toEqual({ create_user: 2, create_group: 1, add_member: 1 })
    expect(report.open.map(({ kind, problem }: Json) => `${kind} ${problem.code}`).sort()).toEqual([
      'add_member bridge_user_missing',
      'add_member group_full',
      'create_user user_quota_reached',
    ])
    await quotas({ users: 10, usersPerGroup: 10 })
    expect(await applied(world, bridge)).toMatchObject({ done: { create_user: 1, add_member: 2 }, failed: 0 })
    await quotas({ groups: 1, groupsPerUser: 1 })
    const more = await company.department('More')
    await company.move(await company.person('q', [all]), [all, more])
    await admin.must(200, 'PATCH', path(world, bridge), { body: { selection: { departments: [all, more] } } })
    expect(told((await applied(world, bridge)).open)).toEqual([
      'add_member q: bridge_group_missing',
      'create_group More: group_quota_reached',
    ])
    await quotas({ groups: 2 })
    expect(told((await applied(world, bridge)).open)).toEqual(['add_member q: user_in_too_many_groups'])
  })

  test('what still gives access is not deleted', async () => {
    const world = await newWorld(admin)
    const { company, zone, place } = world
    const all = await company.department('All')
    const ann = await company.person('ann', [all])
    const bridge = await newBridge(world, { departments: [all] }, { mapping: { names: ['code'], leavers: 'delete' } })
    await applied(world, bridge)
    const [{ id: user }, group] = [await userNamed(world, 'ann'), await groupNamed(world, 'All')]
    for (const principal of [user, group]) {
      await admin.store.write(zone, origin, (tx) =>
        addAccessRule(tx, zone, principal, { kind: 'role_assignment', targetUin: place.manager }),
      )
    }
    await company.resign(ann)
    await admin.must(200, 'PATCH', path(world, bridge), { body: { selection: {} } })
    expect(told((await applied(world, bridge)).open)).toEqual(['delete_group All: role_assigned', 'delete_user ann: role_assigned'])
  })

  test('a user whom another bridge fills is not taken from it', async () => {
    const world = await newWorld(admin)
    const all = await world.company.department('All')
    await world.company.person('ann', [all])
    const first = await newBridge(world, { departments: [all] })
    await applied(world, first)
    const second = await newBridge(world, { departments: [all] }, { mapping: { groupPrefix: 'two ' } })
    const report = await applied(world, second)
    expect(told(report.open)).toEqual(['create_user ann: bridge_target_linked'])
    expect(report.open[0].problem.detail).toContain(first)
    expect((await zoneNow(world)).groups).toEqual({ All: ['ann@example.com'], 'two All': [] })
  })

  test('someone adopted must be in no group of those kept by hand', async () => {
    const world = await newWorld(admin)
    const { zone, place, company } = world
    const all = await company.department('All')
    await company.person('ann', [all])
    const { user } = await byHand(world, 'ann')
    const { id: group } = await admin.store.write(zone, origin, (tx) => createGroup(tx, ports, zone, { name: 'Mine' }))
    await admin.store.submit(changeMemberships, zone, origin, { kind: 'add', group, user: user.id })
    await admin.must(200, 'PATCH', `/organizations/${place.organization}`, { body: { adoption: 'by_name' } })
    const bridge = await newBridge(world, { departments: [all] }, { mapping: { names: ['code'] } })
    const before = await previewed(world, bridge)
    const report = await applied(world, bridge)
    expect(told(before.items.filter(({ state }: Json) => state === 'failed'))).toEqual(told(report.open))
    expect(told(report.open)).toEqual(['create_user ann: adopted_user_in_groups'])
  })
})
