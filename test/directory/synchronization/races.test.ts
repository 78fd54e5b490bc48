import { expect, test } from 'vitest'
import { onEveryEngine, type TestEngine } from '../../kit/engines.ts'
import { eventCount, happenedSince, membersBeside, zoneBeside } from '../../kit/synchronization/synced-content.ts'
import { newSyncedUsers, newSyncedZone, refusalOf, type SyncedZone, syncedZone } from '../../kit/synchronization/synced-zone.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

const callers = 20

/** A zone, and a source for each caller: on PostgreSQL spread over two servers. */
async function place(engine: TestEngine, quotas?: object) {
  const store = await openTestStore(engine)
  const stores = engine.name === 'sqlite' ? [store] : [store, await openTestStore(engine, store)]
  const source = await newSyncedZone(store.store, quotas)
  const sources = Array.from({ length: callers }, (_, index) => syncedZone((stores[index % stores.length] ?? store).store, source.zone))
  return { store, source, sources }
}

const outcomesOf = async <T>(asked: Promise<T>[]) => {
  const settled = await Promise.allSettled(asked)
  return {
    done: settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    facts: settled.flatMap((each) => (each.status === 'rejected' ? [each.reason.refusal?.fact ?? each.reason] : [])),
  }
}

onEveryEngine(`${callers} requests of a source at once`, (engine) => {
  test('one user and one group of each name are made', async () => {
    const { store, source, sources } = await place(engine)
    const users = await outcomesOf(sources.map((each, index) => each.createUser({ name: index % 2 ? 'same' : 'SAME' })))
    expect([users.done.length, users.facts]).toEqual([1, Array(callers - 1).fill('user_name_taken')])
    const groups = await outcomesOf(sources.map((each) => each.createGroup('same', [users.done[0]?.id ?? ''])))
    expect([groups.done.length, groups.facts]).toEqual([1, Array(callers - 1).fill('group_name_taken')])
    const { zone, users: rows, groups: groupRows, memberships } = await zoneBeside(store, source.zone)
    expect([rows.length, groupRows.length, memberships.length, zone?.user_count, zone?.group_count]).toEqual([1, 1, 1, 1, 1])
  })

  test('one takes a user over, and the others are told that the name is taken', async () => {
    const { store, source, sources } = await place(engine)
    await source.adopt('by_name')
    const manual = await source.userByHand('same')
    const before = await eventCount(store, source.zone)
    const { done, facts } = await outcomesOf(sources.map((each, index) => each.createUser({ name: 'same', externalId: `${index}` })))
    expect(done.map(({ id, version }) => [id, version])).toEqual([[manual.id, 2]])
    expect(facts).toEqual(Array(callers - 1).fill('user_name_taken'))
    expect((await happenedSince(store, source.zone, before)).map(([kind]) => kind)).toEqual(['user_adopted'])
  })

  test('overlapping additions and removals: each membership once, one event each, and counts agree', async () => {
    const { store, source, sources } = await place(engine)
    const users = await newSyncedUsers(source, 200)
    const { id } = await source.createGroup('g')
    const setOf = (caller: number) => Array.from({ length: 30 }, (_, index) => users[(caller * 10 + index) % users.length] as string)
    const change = (kind: 'add' | 'remove') => (each: SyncedZone, caller: number) =>
      each.changeGroup(id, { members: { add: [], remove: [], [kind]: setOf(caller) } })
    for (const kind of ['add', 'remove'] as const) {
      const before = await eventCount(store, source.zone)
      await Promise.all(sources.map(change(kind)))
      const changed = await happenedSince(store, source.zone, before)
      expect(changed.map(([, , gone, came]) => (gone ?? came).user).sort()).toEqual(users.toSorted())
      expect(await membersBeside(store, source.zone, id)).toEqual(kind === 'add' ? users.toSorted() : [])
      expect((await zoneBeside(store, source.zone)).groups[0]?.member_count).toBe(kind === 'add' ? 200 : 0)
    }
  })

  test('single memberships beside deltas and whole lists: events, rows, counts and versions tell the same', async () => {
    const { store, source, sources } = await place(engine)
    const users = await newSyncedUsers(source, 12)
    const { id } = await source.createGroup('g', users.slice(0, 6))
    const before = await eventCount(store, source.zone)
    await Promise.all(
      sources.map(async (each, caller) => {
        const named = Array.from({ length: 5 }, (_, index) => users[(caller * 3 + index * 2) % 12] as string)
        const kind = caller % 2 ? 'add' : 'remove'
        if (caller % 4 < 2) await each.join(kind, id, named[0] as string)
        else if (caller % 4 === 2) await each.changeGroup(id, { members: { whole: named } })
        else await each.changeGroup(id, { members: { add: named.slice(0, 2), remove: named.slice(2) } })
      }),
    )
    const members = new Set(users.slice(0, 6))
    for (const [kind, , gone, came] of await happenedSince(store, source.zone, before)) {
      // Each event changes something: nobody comes in twice, and nobody goes who is not there.
      if (kind === 'member_added') expect(members.has(came.user)).toBe(false)
      else expect(members.has(gone.user)).toBe(true)
      if (kind === 'member_added') members.add(came.user)
      else members.delete(gone.user)
    }
    expect(await membersBeside(store, source.zone, id)).toEqual([...members].sort())
    const [row] = (await zoneBeside(store, source.zone)).groups
    expect(row?.member_count).toBe(members.size)
    expect(row?.version).toBeGreaterThan(1)
  })

  test('of those who know the same version one changes, and the others are told of another', async () => {
    const { store, source, sources } = await place(engine)
    const user = await source.createUser({ name: 'u' })
    const group = await source.createGroup('g')
    const same = (version: number) => version === 1
    const users = await outcomesOf(
      sources.map((each, index) => each.changeUser(user.id, (now) => ({ ...now, displayName: `${index}` }), same)),
    )
    expect([users.done.length, users.facts]).toEqual([1, Array(callers - 1).fill('version_differs')])
    const groups = await outcomesOf(sources.map((each, index) => each.changeGroup(group.id, { externalId: `${index}` }, same)))
    expect([groups.done.length, groups.facts]).toEqual([1, Array(callers - 1).fill('version_differs')])
    const { users: rows, groups: groupRows } = await zoneBeside(store, source.zone)
    expect([rows[0]?.version, groupRows[0]?.version]).toEqual([2, 2])
  })

  test('the last places of a group are given once, by single requests and by lists', async () => {
    const { store, source, sources } = await place(engine, { usersPerGroup: 7 })
    const users = await newSyncedUsers(source, callers)
    const { id } = await source.createGroup('g')
    const { done, facts } = await outcomesOf(
      sources.map(async (each, caller) => {
        const user = users[caller] as string
        if (caller % 2) return each.changeGroup(id, { members: { add: [user], remove: [] } })
        const outcome = await each.join('add', id, user)
        return outcome.done ? outcome : Promise.reject({ refusal: outcome.refusal })
      }),
    )
    expect([done.length, facts]).toEqual([7, Array(callers - 7).fill('group_full')])
    expect(await membersBeside(store, source.zone, id)).toHaveLength(7)
  })

  test('a user is deleted while it is put into groups: it is in none, or was never deleted', async () => {
    const { store, source, sources } = await place(engine)
    const [user = ''] = await newSyncedUsers(source, 1)
    const groups: string[] = []
    for (let count = 0; count < 10; count++) groups.push((await source.createGroup(`g${count}`)).id)
    const outcomes = await outcomesOf(
      sources.map(async (each, caller) => {
        if (caller === 10) await each.deleteUser(user)
        else await each.changeGroup(groups[caller % 10] as string, { members: { add: [user], remove: [] } })
      }),
    )
    expect(new Set(outcomes.facts)).toEqual(new Set(outcomes.facts.length > 0 ? ['users_not_found'] : []))
    const { users, memberships, groups: rows, events } = await zoneBeside(store, source.zone)
    expect([users.length, memberships.length]).toEqual([0, 0])
    expect(rows.map(({ member_count }) => member_count)).toEqual(Array(10).fill(0))
    const kinds = events.map(({ kind }) => kind)
    const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length
    expect(count('member_added')).toBe(count('member_removed'))
    expect(await refusalOf(source.deleteUser(user))).toMatchObject({ fact: 'user_not_found' })
  })
})
