import { expect, test } from 'vitest'
import { addAccessRule } from '../../../src/directory/access/change-access-rule.ts'
import { groupNow } from '../../../src/directory/groups/find-group.ts'
import { updateGroup } from '../../../src/directory/groups/update-group.ts'
import { zoneNow } from '../../../src/directory/zones/find-zone.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { eventCount, happenedSince, membersBeside, zoneBeside } from '../../kit/synchronization/synced-content.ts'
import { newSyncedUsers, newSyncedZone, refusalOf } from '../../kit/synchronization/synced-zone.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

onEveryEngine('groups of a source', (engine) => {
  const place = async (users: number, quotas?: object) => {
    const store = await openTestStore(engine)
    const source = await newSyncedZone(store.store, quotas)
    return { store, source, users: await newSyncedUsers(source, users) }
  }

  test('are made with their members, who are named once or twice', async () => {
    const { store, source, users } = await place(3)
    const before = await eventCount(store, source.zone)
    const created = await source.createGroup('Sales & Büro', [...users, ...users], 'ext-1')
    expect(created).toMatchObject({ name: 'Sales & Büro', externalId: 'ext-1', owner: 'synchronized', memberCount: 3, version: 1 })
    expect(await groupNow(store.beside, source.zone, created.id)).toEqual(created)
    expect(await membersBeside(store, source.zone, created.id)).toEqual(users.toSorted())
    const [first, ...joined] = await happenedSince(store, source.zone, before)
    expect(first).toEqual(['group_created', created.id, null, { ...created, memberCount: 0 }])
    expect(joined.map(([kind, subject, , after]) => [kind, subject, after.user]).sort()).toEqual(
      users.toSorted().map((user) => ['member_added', created.id, user]),
    )
    expect((await zoneNow(store.beside, source.zone)).groupCount).toBe(1)
  })

  test('a name, a place or a member that can not be leaves nothing behind', async () => {
    const { store, source, users } = await place(3, { groups: 2, usersPerGroup: 2, groupsPerUser: 1 })
    const [one = '', two = '', three = ''] = users
    await source.createGroup('taken', [one])
    const manual = await source.userByHand('by.hand')
    const before = await zoneBeside(store, source.zone)
    const refused = (name: string, members: string[]) => refusalOf(source.createGroup(name, members))
    expect(await refused('TAKEN', [])).toEqual({ fact: 'group_name_taken', name: 'TAKEN' })
    const unknown = await refused('new', ['u-gone', two, 'u-gone', 'nobody', manual.id])
    expect(unknown).toEqual({ fact: 'users_not_found', users: ['u-gone', 'nobody'] })
    expect(await refused('new', [two, manual.id])).toMatchObject({ fact: 'owners_differ', user: manual.id, userOwner: 'manual' })
    expect(await refused('new', [two, three, one])).toMatchObject({ fact: 'group_full', quota: 2 })
    expect(await refused('new', [one])).toEqual({ fact: 'user_in_too_many_groups', user: one, quota: 1 })
    expect(await zoneBeside(store, source.zone)).toEqual(before)
    await source.createGroup('new', [two])
    expect(await refused('third', [])).toEqual({ fact: 'group_quota_reached', quota: 2 })
  })

  test('get another name, another id at their source and other members at once, as one version', async () => {
    const { store, source, users } = await place(3)
    const [one = '', two = '', three = ''] = users
    const created = await source.createGroup('Sales', [one, two], 'ext-1')
    const before = await eventCount(store, source.zone)
    const change = { name: 'SALES', externalId: '', members: { add: [three, two], remove: [one, 'u-gone'] } }
    const changed = await source.changeGroup(created.id, change, (version) => version === 1)
    const at = changed.updatedAt
    expect(changed).toEqual({ ...created, name: 'SALES', externalId: '', version: 2, updatedAt: at, membersChangedAt: at })
    expect(await groupNow(store.beside, source.zone, created.id)).toEqual(changed)
    expect(await membersBeside(store, source.zone, created.id)).toEqual([two, three].toSorted())
    expect(await happenedSince(store, source.zone, before)).toEqual([
      ['group_changed', created.id, created, { ...changed, membersChangedAt: created.membersChangedAt }],
      ['member_removed', created.id, { user: one, joinedAt: expect.any(Number) }, null],
      ['member_added', created.id, null, { user: three }],
    ])
    // Asked again it is no change: no event, no version.
    expect(await source.changeGroup(created.id, change)).toEqual(changed)
    expect(await source.changeGroup(created.id, {})).toEqual(changed)
    expect(await eventCount(store, source.zone)).toBe(before + 3)
    const joined = await source.changeGroup(created.id, { members: { add: [one], remove: [] } })
    expect(joined).toEqual({ ...changed, memberCount: 3, version: 3, membersChangedAt: joined.membersChangedAt })
    expect(joined.membersChangedAt).toBeGreaterThanOrEqual(changed.membersChangedAt)
    expect(await groupNow(store.beside, source.zone, created.id)).toEqual(joined)
  })

  test('hold exactly whom they are said to hold, and nobody when nobody is said', async () => {
    const { store, source, users } = await place(6)
    const { id } = await source.createGroup('g', users.slice(0, 4))
    const before = await eventCount(store, source.zone)
    expect(await source.changeGroup(id, { members: { whole: users.slice(2) } })).toMatchObject({ memberCount: 4, version: 2 })
    expect(await membersBeside(store, source.zone, id)).toEqual(users.slice(2).toSorted())
    expect(await source.changeGroup(id, { members: { whole: [...users.slice(2), ...users.slice(2)] } })).toMatchObject({ version: 2 })
    expect((await happenedSince(store, source.zone, before)).map(([kind]) => kind).sort()).toEqual([
      ...['member_added', 'member_added'],
      ...['member_removed', 'member_removed'],
    ])
    expect(await source.changeGroup(id, { members: { whole: [] } })).toMatchObject({ memberCount: 0, version: 3 })
    expect(await membersBeside(store, source.zone, id)).toEqual([])
    expect(await source.changeGroup(id, { members: { whole: [] } })).toMatchObject({ memberCount: 0, version: 3 })
    expect(await eventCount(store, source.zone)).toBe(before + 8)
  })

  test('who goes makes room for who comes in; beyond the quota nothing at all is changed', async () => {
    const { store, source, users } = await place(4, { usersPerGroup: 2 })
    const [one = '', two = '', three = '', four = ''] = users
    const { id } = await source.createGroup('g', [one, two])
    expect(await source.changeGroup(id, { members: { add: [three, four], remove: [one, two] } })).toMatchObject({ memberCount: 2 })
    expect(await source.changeGroup(id, { members: { whole: [one, two] } })).toMatchObject({ memberCount: 2 })
    const before = await zoneBeside(store, source.zone)
    const refused = (change: object) => refusalOf(source.changeGroup(id, change))
    const full = { fact: 'group_full', group: id, quota: 2 }
    expect(await refused({ name: 'other', members: { add: [three], remove: [] } })).toEqual(full)
    expect(await refused({ members: { whole: [one, three, four] } })).toEqual(full)
    // Who is put in and taken out is put in.
    expect(await source.changeGroup(id, { members: { add: [one], remove: [one] } })).toMatchObject({ version: 3 })
    expect(await zoneBeside(store, source.zone)).toEqual(before)
  })

  test('one unknown or foreign member, a stale version or a taken name leaves all as it was', async () => {
    const { store, source, users } = await place(2)
    const [one = '', two = ''] = users
    const { id } = await source.createGroup('g', [one])
    await source.createGroup('taken')
    const manual = await source.userByHand('by.hand')
    const before = await zoneBeside(store, source.zone)
    const refused = (change: object, stale = false) => refusalOf(source.changeGroup(id, change, () => !stale))
    for (const members of [{ add: [two, 'u-gone'], remove: [one] }, { whole: [two, 'u-gone'] }])
      expect(await refused({ name: 'new', members })).toEqual({ fact: 'users_not_found', users: ['u-gone'] })
    for (const members of [{ add: [two, manual.id], remove: [one] }, { whole: [two, manual.id] }])
      expect(await refused({ members })).toMatchObject({ fact: 'owners_differ', group: id, user: manual.id })
    expect(await refused({ members: { whole: [] } }, true)).toEqual({ fact: 'version_differs', subject: id, version: 1 })
    expect(await refused({ name: 'Taken', members: { whole: [] } })).toEqual({ fact: 'group_name_taken', name: 'Taken' })
    expect(await refusalOf(source.changeGroup('g-gone', {}))).toEqual({ fact: 'group_not_found', group: 'g-gone' })
    expect(await refusalOf(source.deleteGroup(id, () => false))).toEqual({ fact: 'version_differs', subject: id, version: 1 })
    expect(await zoneBeside(store, source.zone)).toEqual(before)
  })

  test('let everybody go when they are deleted, and stay while they give access', async () => {
    const { store, source, users } = await place(1203)
    const { id } = await source.createGroup('g', users)
    const kept = await source.createGroup('kept', users.slice(0, 1))
    await source.write((tx) => addAccessRule(tx, source.zone, kept.id, { kind: 'user_provisioning', targetUin: 1 }))
    const before = await eventCount(store, source.zone)
    expect(await refusalOf(source.deleteGroup(kept.id))).toEqual({ fact: 'user_provisioned', principal: kept.id, accounts: 1 })
    await source.deleteGroup(id)
    const events = await happenedSince(store, source.zone, before)
    const removed = events.slice(0, -1).map(([kind, subject, gone]) => [kind, subject, gone.user])
    expect(removed).toEqual(users.map((user) => ['member_removed', id, user]))
    expect(events.at(-1)).toMatchObject(['group_deleted', id, { name: 'g' }, null])
    const after = await zoneBeside(store, source.zone)
    expect(after.memberships.map(({ group_id }) => group_id)).toEqual([kept.id])
    expect([after.zone?.group_count, after.zone?.user_count]).toEqual([1, 1203])
  })

  test('single memberships of a source are told alike whether they are so already, and by their own refusals', async () => {
    const { store, source, users } = await place(3, { usersPerGroup: 2, groupsPerUser: 1 })
    const [one = '', two = '', three = ''] = users
    const { id } = await source.createGroup('g', [one])
    const before = await eventCount(store, source.zone)
    const done = { done: true }
    for (const kind of ['add', 'remove'] as const)
      for (let time = 0; time < 2; time++) expect(await source.join(kind, id, two)).toEqual(done)
    expect(await source.join('remove', id, 'u-gone')).toEqual(done)
    expect(await source.join('add', id, one)).toEqual(done)
    expect((await happenedSince(store, source.zone, before)).map(([kind]) => kind)).toEqual(['member_added', 'member_removed'])
    expect(await groupNow(store.beside, source.zone, id)).toMatchObject({ version: 3, memberCount: 1 })

    const manual = await source.userByHand('by.hand')
    const byHand = await source.groupByHand('by-hand')
    const refused = async (kind: 'add' | 'remove', group: string, user: string) => {
      const outcome = await source.join(kind, group, user)
      return outcome.done ? 'done' : outcome.refusal
    }
    expect(await refused('add', id, 'u-gone')).toEqual({ fact: 'users_not_found', users: ['u-gone'] })
    expect(await refused('add', id, manual.id)).toMatchObject({ fact: 'owners_differ', user: manual.id })
    expect(await refused('add', 'g-gone', two)).toEqual({ fact: 'group_not_found', group: 'g-gone' })
    expect(await refused('remove', byHand.id, two)).toMatchObject({ fact: 'group_kept_by_hand', group: byHand.id })
    expect(await refused('add', id, two)).toBe('done')
    expect(await refused('add', id, three)).toEqual({ fact: 'group_full', group: id, quota: 2 })
    const other = await source.createGroup('other')
    expect(await refused('add', other.id, two)).toEqual({ fact: 'user_in_too_many_groups', user: two, quota: 1 })
    await source.switchTo('disabled')
    expect(await refused('add', other.id, three)).toEqual({ fact: 'synchronization_off', zone: source.zone })
  })

  test('every change of a group counts, by whomever: a version never stays when something differs', async () => {
    const { store, source, users } = await place(2)
    const [one = '', two = ''] = users
    const { id } = await source.createGroup('g', [one])
    const versionNow = async () => (await groupNow(store.beside, source.zone, id)).version
    await source.switchTo('disabled')
    await source.write((tx) => updateGroup(tx, source.zone, id, { description: 'by hand' }))
    expect(await versionNow()).toBe(2)
    // One comes and one goes in the same commit: as many as before, and not the same.
    await Promise.all([source.joinByHand('remove', id, one), source.joinByHand('add', id, two)])
    expect(await versionNow()).toBeGreaterThan(2)
    expect(await membersBeside(store, source.zone, id)).toEqual([two])
  })
})
