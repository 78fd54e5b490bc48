import { expect, test } from 'vitest'
import { groupsOfUsers } from '../../../src/directory/groups/groups-of-users.ts'
import { membersOf } from '../../../src/directory/groups/members-of.ts'
import { type GroupSearch, searchGroups } from '../../../src/directory/groups/search-groups.ts'
import { searchUsers, type UserSearch } from '../../../src/directory/users/search-users.ts'
import { folded, type User } from '../../../src/directory/users/user.ts'
import { zoneNow } from '../../../src/directory/zones/find-zone.ts'
import { statement } from '../../../src/storage/statement.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { newSyncedUsers, newSyncedZone, type SyncedZone } from '../../kit/synchronization/synced-zone.ts'
import { openTestStore, type TestStore } from '../../storage/open-test-store.ts'

const shareId = statement((db, p: { id: string }) => db.updateTable('users').set({ external_id: 'shared' }).where('id', '=', p.id))

const window = { sort: 'createdAt', descending: false, offset: 0, limit: 100 } as const
const names = ['Ann', 'bob', 'Cid', 'dee', 'Émile', 'ﬀ', '😀', 'zoe']

type Given<Search> = Partial<Search>

onEveryEngine('what a source finds', (engine) => {
  const place = async () => {
    const store = await openTestStore(engine)
    return { store, source: await newSyncedZone(store.store) }
  }
  const users = async ({ beside }: TestStore, { zone }: SyncedZone, search: Given<UserSearch>) => {
    const { items, total } = await searchUsers(beside, await zoneNow(beside, zone), { ...window, ...search })
    return [items.map(({ name }) => name), total] as const
  }
  const groups = async ({ beside }: TestStore, { zone }: SyncedZone, search: Given<GroupSearch>) => {
    const { items, total } = await searchGroups(beside, await zoneNow(beside, zone), { ...window, ...search })
    return [items.map(({ name }) => name), total] as const
  }

  test('users by id, name, address and their id at the source, judged by more then', async () => {
    const { store, source } = await place()
    const ann = await source.createUser({ name: 'Ann', email: 'Ann@acme.example', externalId: 'X1' })
    await source.createUser({ name: 'bob', externalId: 'same' })
    await source.createUser({ name: 'cid', externalId: 'same', status: 'disabled' })
    const by = (attribute: 'id' | 'name' | 'value' | 'externalId', value: string, more: Given<UserSearch> = {}) =>
      users(store, source, { by: { attribute, value }, ...more })
    expect(await by('id', ann.id)).toEqual([['Ann'], 1])
    expect(await by('id', ann.id.toUpperCase())).toEqual([[], 0])
    expect(await by('name', 'aNN')).toEqual([['Ann'], 1])
    expect(await by('value', 'ann@ACME.example')).toEqual([['Ann'], 1])
    expect(await by('value', '')).toEqual([[], 0])
    expect(await by('externalId', 'X1')).toEqual([['Ann'], 1])
    expect(await by('externalId', 'x1')).toEqual([[], 0])
    expect(await by('externalId', 'same', { descending: true, sort: 'name' })).toEqual([['cid', 'bob'], 2])
    expect(await by('externalId', 'same', { offset: 1, limit: 1, sort: 'name' })).toEqual([['cid'], 2])
    expect(await by('externalId', 'same', { limit: 0 })).toEqual([[], 2])
    expect(await by('externalId', 'same', { matches: ({ status }) => status === 'disabled' })).toEqual([['cid'], 1])
    expect(await by('name', 'ann', { matches: () => false })).toEqual([[], 0])
    // Nobody at all has no id at its source, so all those without one are found among all.
    await source.createUser({ name: 'none' })
    expect(await by('externalId', '')).toEqual([['none'], 1])
  })

  test('users by an address that only their source keeps, wherever it is written', async () => {
    const { store, source } = await place()
    const kept = (...values: string[]) => ({ profile: { emails: values.map((value) => ({ value })) } })
    await source.createUser({ name: 'Ann', email: 'a_n@acme.example' })
    await source.createUser({ name: 'Bob', ...kept('A_N@acme.example', 'b"b@acme.example') })
    await source.createUser({ name: 'Cid', ...kept('axn@acme.example', 'é@acme.example') })
    const has = (address: string) => (user: User) =>
      user.email === address ||
      (user.profile.emails as { value: string }[] | undefined)?.some(({ value }) => folded(value) === address) === true
    const sought = (value: string) => users(store, source, { by: { attribute: 'value', value }, matches: has(value), sort: 'name' })
    expect(await sought('a_n@acme.example')).toEqual([['Ann', 'Bob'], 2])
    expect(await sought('b"b@acme.example')).toEqual([['Bob'], 1])
    expect(await sought('é@acme.example')).toEqual([['Cid'], 1])
    expect(await sought('n@acme.example')).toEqual([[], 0])
    expect(await users(store, source, { by: { attribute: 'value', value: 'b"b@acme.example' } })).toEqual([[], 0])
  })

  test('groups by id, name, their id at the source and a member', async () => {
    const { store, source } = await place()
    const [one = '', two = ''] = await newSyncedUsers(source, 2)
    const a = await source.createGroup('A', [one], 'ext')
    await source.createGroup('b', [one, two])
    const by = (attribute: 'id' | 'name' | 'externalId' | 'member', value: string, more: Given<GroupSearch> = {}) =>
      groups(store, source, { by: { attribute, value }, sort: 'name', ...more })
    expect(await by('id', a.id)).toEqual([['A'], 1])
    expect(await by('name', 'B')).toEqual([['b'], 1])
    expect(await by('externalId', 'ext')).toEqual([['A'], 1])
    expect(await by('member', one)).toEqual([['A', 'b'], 2])
    expect(await by('member', two, { matches: ({ memberCount }) => memberCount > 2 })).toEqual([[], 0])
    expect(await by('member', 'u-gone')).toEqual([[], 0])
    expect(await by('externalId', '')).toEqual([['b'], 1])
  })

  test('every page of everything, both ways and in both orders, whether it is judged or not', async () => {
    const { store, source } = await place()
    for (const name of names) await source.createGroup(name)
    const bytes = (one: string, other: string) => Buffer.compare(Buffer.from(folded(one)), Buffer.from(folded(other)))
    for (const descending of [false, true]) {
      const sorted = names.toSorted(bytes)
      const wanted = descending ? sorted.reverse() : sorted
      for (const matches of [undefined, () => true]) {
        const search = { sort: 'name', descending, ...(matches && { matches }) } as const
        expect(await groups(store, source, search)).toEqual([wanted, names.length])
        expect(await groups(store, source, { ...search, offset: 3, limit: 2 })).toEqual([wanted.slice(3, 5), names.length])
        expect(await groups(store, source, { ...search, offset: 99 })).toEqual([[], names.length])
        expect(await groups(store, source, { ...search, limit: 0 })).toEqual([[], names.length])
      }
    }
    const byAge = await groups(store, source, {})
    expect(byAge[0].toSorted()).toEqual(names.toSorted())
    expect(await groups(store, source, { matches: () => true })).toEqual(byAge)
    expect(await groups(store, source, { descending: true })).toEqual([byAge[0].toReversed(), names.length])
  })

  test('more than one page of a judged zone, and more of one id at the source than are found at once', async () => {
    const { store, source } = await place()
    const ids = await newSyncedUsers(source, 1203)
    const zone = await zoneNow(store.beside, source.zone)
    const judged = new Set<string>()
    const all = { ...window, limit: 2000, matches: ({ id }: { id: string }) => judged.add(id).size > 0 }
    for (const sort of ['createdAt', 'name'] as const) {
      for (const descending of [false, true]) {
        judged.clear()
        const { items, total } = await searchUsers(store.beside, zone, { ...all, sort, descending })
        expect([total, judged.size, new Set(items.map(({ id }) => id)).size]).toEqual([1203, 1203, 1203])
        const some = await searchUsers(store.beside, zone, { ...all, sort, descending, offset: 500, limit: 20 })
        expect(some).toEqual({ items: items.slice(500, 520), total: 1203 })
      }
    }
    await source.write(async (tx) => {
      for (const id of ids) await tx.run(shareId, { id })
    })
    const shared = await searchUsers(store.beside, zone, { ...all, by: { attribute: 'externalId', value: 'shared' }, limit: 10 })
    expect([shared.items.length, shared.total]).toEqual([10, 1203])
  })

  test('the members of a group in pages, and the groups of many users', async () => {
    const { store, source } = await place()
    const ids = await newSyncedUsers(source, 2001)
    const all = await source.createGroup('all', ids)
    const few = await source.createGroup('few', ids.slice(0, 2))
    const members = await membersOf(store.beside, source.zone, all.id)
    expect(members.map(({ id }) => id)).toEqual(ids)
    expect(Object.keys(members[0] as object)).toEqual(['id', 'name', 'displayName'])
    expect(await membersOf(store.beside, source.zone, 'g-gone')).toEqual([])
    const shown = [all, few].map(({ id, name }) => ({ id, name }))
    const [one = '', , three = ''] = ids
    const found = await groupsOfUsers(store.beside, source.zone, [three, one, 'u-gone'])
    expect(found).toEqual(
      new Map([
        [one, shown],
        [three, [{ id: all.id, name: 'all' }]],
      ]),
    )
    expect(await groupsOfUsers(store.beside, source.zone, [])).toEqual(new Map())
  })
})
