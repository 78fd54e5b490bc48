import { expect, test } from 'vitest'
import { addAccessRule, removeAccessRule } from '../../../src/directory/access/change-access-rule.ts'
import { userNow } from '../../../src/directory/users/find-user.ts'
import { zoneNow } from '../../../src/directory/zones/find-zone.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { eventCount, happenedSince, zoneBeside } from '../../kit/synchronization/synced-content.ts'
import { newSyncedZone, refusalOf } from '../../kit/synchronization/synced-zone.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

const full = {
  name: 'Chen.Wei',
  firstName: 'Wei',
  lastName: 'Chen',
  displayName: '陈伟',
  email: 'Chen.Wei@acme.example',
  status: 'enabled',
  externalId: '00u1/Ä',
  profile: { title: 'Engineer', phones: [{ value: '1' }], nothing: null },
} as const

onEveryEngine('users of a source', (engine) => {
  const place = async (quotas?: object) => {
    const store = await openTestStore(engine)
    return { store, source: await newSyncedZone(store.store, quotas) }
  }

  test('are kept as they were told, and told as they are kept', async () => {
    const { store, source } = await place()
    const before = await eventCount(store, source.zone)
    const created = await source.createUser(full)
    const { id, createdAt } = created
    expect(created).toMatchObject({ ...full, owner: 'synchronized', description: '', mustResetPassword: false, version: 1 })
    expect(id).toMatch(/^u-[0-9a-z]{12}$/)
    expect(createdAt).toBe(created.updatedAt)
    expect(await userNow(store.beside, source.zone, id)).toEqual(created)
    expect(await happenedSince(store, source.zone, before)).toEqual([['user_created', id, null, created]])
    const bare = await source.createUser({ name: 'bare' })
    expect(bare).toMatchObject({ firstName: '', email: '', status: 'enabled', externalId: '', profile: {}, version: 1 })
    expect(await userNow(store.beside, source.zone, bare.id)).toEqual(bare)
    expect((await zoneNow(store.beside, source.zone)).userCount).toBe(2)
  })

  test('a name, an address and a place that are taken are refused', async () => {
    const { store, source } = await place({ users: 2 })
    await source.createUser(full)
    await source.userByHand('by.hand', { email: 'hand@acme.example' })
    const before = await zoneBeside(store, source.zone)
    expect(await refusalOf(source.createUser({ name: 'CHEN.wei' }))).toEqual({ fact: 'user_name_taken', name: 'CHEN.wei' })
    expect(await refusalOf(source.createUser({ name: 'By.Hand' }))).toEqual({ fact: 'user_name_taken', name: 'By.Hand' })
    const email = 'HAND@acme.example'
    expect(await refusalOf(source.createUser({ name: 'c', email }))).toEqual({ fact: 'email_taken', email })
    expect(await refusalOf(source.createUser({ name: 'c' }))).toEqual({ fact: 'user_quota_reached', quota: 2 })
    expect(await zoneBeside(store, source.zone)).toEqual(before)
  })

  test('become what the source says as a whole: another name too; what is so already is no change', async () => {
    const { store, source } = await place()
    const created = await source.createUser(full)
    const before = await eventCount(store, source.zone)
    const usersVersion = (await zoneNow(store.beside, source.zone)).usersVersion
    const seen: unknown[] = []
    const changed = await source.changeUser(created.id, (now) => {
      seen.push(now)
      return { name: 'chen.WEI', profile: { title: 'Manager' }, email: 'other@acme.example' }
    })
    expect(seen).toEqual([created])
    expect(changed).toMatchObject({ id: created.id, name: 'chen.WEI', firstName: '', displayName: '', externalId: '', version: 2 })
    expect(changed.profile).toEqual({ title: 'Manager' })
    expect(await userNow(store.beside, source.zone, created.id)).toEqual(changed)
    const renamed = await source.changeUser(created.id, () => ({ ...changed, name: 'li.na' }))
    expect(renamed).toMatchObject({ name: 'li.na', version: 3 })
    for (const same of [
      () => undefined,
      () => ({ ...renamed }),
      () => ({ ...renamed, profile: { title: 'Manager', nickname: undefined } }),
    ])
      expect(await source.changeUser(created.id, same)).toEqual(renamed)
    expect(await happenedSince(store, source.zone, before)).toEqual([
      ['user_changed', created.id, created, changed],
      ['user_changed', created.id, changed, renamed],
    ])
    // Lists of members show them anew.
    expect((await zoneNow(store.beside, source.zone)).usersVersion).toBe(usersVersion + 2)
    // The old name and address are free again.
    await source.createUser(full)
  })

  test('a status that changes is an event of its own, alone or with the rest', async () => {
    const { store, source } = await place()
    const user = await source.createUser(full)
    const before = await eventCount(store, source.zone)
    const disabled = await source.changeUser(user.id, (now) => ({ ...now, status: 'disabled' }))
    const enabled = await source.changeUser(user.id, ({ status: _, ...now }) => ({ ...now, firstName: 'W.' }))
    expect([disabled.version, enabled.version, enabled.status]).toEqual([2, 3, 'enabled'])
    expect(await happenedSince(store, source.zone, before)).toEqual([
      ['user_status_changed', user.id, { status: 'enabled' }, { status: 'disabled' }],
      ['user_changed', user.id, disabled, enabled],
      ['user_status_changed', user.id, { status: 'disabled' }, { status: 'enabled' }],
    ])
  })

  test('a change that is refused leaves them as they were', async () => {
    const { store, source } = await place()
    const one = await source.createUser(full)
    await source.createUser({ name: 'other', email: 'other@acme.example' })
    const before = await zoneBeside(store, source.zone)
    const change = (more: object) => refusalOf(source.changeUser(one.id, (now) => ({ ...now, ...more })))
    expect(await change({ name: 'OTHER' })).toEqual({ fact: 'user_name_taken', name: 'OTHER' })
    expect(await change({ email: 'Other@acme.example' })).toEqual({ fact: 'email_taken', email: 'Other@acme.example' })
    const stale = refusalOf(
      source.changeUser(
        one.id,
        () => ({ name: 'x' }),
        (version) => version === 7,
      ),
    )
    expect(await stale).toEqual({ fact: 'version_differs', subject: one.id, version: 1 })
    expect(await refusalOf(source.deleteUser(one.id, () => false))).toMatchObject({ fact: 'version_differs' })
    expect(await refusalOf(source.changeUser('u-gone', () => undefined))).toEqual({ fact: 'user_not_found', user: 'u-gone' })
    expect(await refusalOf(source.deleteUser('u-gone'))).toEqual({ fact: 'user_not_found', user: 'u-gone' })
    const thrown = source.changeUser(one.id, () => {
      throw new Error('of the dialect')
    })
    await expect(thrown).rejects.toThrow('of the dialect')
    expect(await zoneBeside(store, source.zone)).toEqual(before)
  })

  test('leave their groups when they are deleted, one event each, and none while they give access', async () => {
    const { store, source } = await place()
    const user = await source.createUser(full)
    const other = await source.createUser({ name: 'other' })
    const groups = [await source.createGroup('a', [user.id, other.id]), await source.createGroup('b', [user.id])]
    const rule = { kind: 'role_assignment', targetUin: 1 } as const
    await source.write((tx) => addAccessRule(tx, source.zone, user.id, rule))
    const before = await zoneBeside(store, source.zone)
    expect(await refusalOf(source.deleteUser(user.id))).toEqual({ fact: 'role_assigned', principal: user.id, accounts: 1 })
    expect(await zoneBeside(store, source.zone)).toEqual(before)
    await source.write((tx) => removeAccessRule(tx, source.zone, user.id, rule))
    const events = await eventCount(store, source.zone)
    await source.deleteUser(user.id, (version) => version === 1)
    const joinedAt = (group: string) => before.memberships.find(({ group_id }) => group_id === group)?.joined_at
    const removed = groups.map(({ id }) => ['member_removed', id, { user: user.id, joinedAt: joinedAt(id) }, null])
    expect(await happenedSince(store, source.zone, events)).toEqual([...removed, ['user_deleted', user.id, user, null]])
    const after = await zoneBeside(store, source.zone)
    expect(after.memberships.map(({ user_id }) => user_id)).toEqual([other.id])
    expect(after.groups.map(({ name, member_count, version }) => [name, member_count, version])).toEqual([
      ['a', 1, 2],
      ['b', 0, 2],
    ])
    expect(after.zone?.user_count).toBe(1)
  })
})
