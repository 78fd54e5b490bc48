import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeMemberships } from '../../src/directory/groups/change-memberships.ts'
import { createGroup } from '../../src/directory/groups/create-group.ts'
import { deleteGroup } from '../../src/directory/groups/delete-group.ts'
import { listGroups } from '../../src/directory/groups/list-groups.ts'
import { listJoinedGroups } from '../../src/directory/groups/list-joined-groups.ts'
import { listMembers } from '../../src/directory/groups/list-members.ts'
import { listEvents } from '../../src/directory/history/list-events.ts'
import { createUser } from '../../src/directory/users/create-user.ts'
import { deleteUser } from '../../src/directory/users/delete-user.ts'
import { listUsers } from '../../src/directory/users/list-users.ts'
import { zoneNow } from '../../src/directory/zones/find-zone.ts'
import type { Store } from '../../src/storage/store.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { openTestStore } from '../storage/open-test-store.ts'
import { callerOn, newModelZone } from './real-directory.ts'

const idOf = ({ id }: { readonly id: string }) => id

/** A list that is walked page by page, and what can be added to it and taken from it meanwhile. */
interface Walked {
  add(name: string): Promise<string>
  remove(id: string): Promise<void>
  /** The page behind `next`; its ids, and where the following one begins. */
  page(next: unknown, limit: number): Promise<{ ids: string[]; next: unknown }>
}

async function walkUsers(store: Store, zone: string, newestFirst: boolean): Promise<Walked> {
  return {
    add: async (name) =>
      (await callerOn(store).write(zone, (tx) => createUser(tx, callerOn(store).ports, callerOn(store).vault, zone, { name }))).user.id,
    remove: (id) => callerOn(store).write(zone, (tx) => deleteUser(tx, zone, id)),
    async page(next, limit) {
      const found = await listUsers(store.reader, { zone, newestFirst, after: next as undefined, offset: 0, limit })
      return { ids: found.items.map(({ id }) => id), next: found.next }
    },
  }
}

async function walkGroups(store: Store, zone: string, newestFirst: boolean): Promise<Walked> {
  return {
    add: async (name) => (await callerOn(store).write(zone, (tx) => createGroup(tx, callerOn(store).ports, zone, { name }))).id,
    remove: (id) => callerOn(store).write(zone, (tx) => deleteGroup(tx, zone, id)),
    async page(next, limit) {
      const found = await listGroups(store.reader, { zone, newestFirst, after: next as undefined, offset: 0, limit })
      return { ids: found.items.map(({ id }) => id), next: found.next }
    },
  }
}

async function walkMembers(store: Store, zone: string): Promise<Walked> {
  const users = await walkUsers(store, zone, false)
  const group = await (await walkGroups(store, zone, false)).add('the group')
  const change = (kind: 'add' | 'remove', user: string) => callerOn(store).submit(changeMemberships, zone, { kind, group, user })
  return {
    async add(name) {
      const user = await users.add(name)
      await change('add', user)
      return user
    },
    async remove(user) {
      await change('remove', user)
    },
    async page(next, limit) {
      const found = await listMembers(
        store.reader,
        {
          zone: await zoneNow(store.reader, zone),
          group,
          after: (next as number) ?? 0,
          limit,
        },
        idOf,
      )
      return { ids: found.items.map(({ user }) => user), next: found.next }
    },
  }
}

async function walkJoined(store: Store, zone: string): Promise<Walked> {
  const groups = await walkGroups(store, zone, false)
  const user = await (await walkUsers(store, zone, false)).add('the-user')
  const change = (kind: 'add' | 'remove', group: string) => callerOn(store).submit(changeMemberships, zone, { kind, group, user })
  return {
    async add(name) {
      const group = await groups.add(name)
      await change('add', group)
      return group
    },
    async remove(group) {
      await change('remove', group)
    },
    async page(next, limit) {
      const found = await listJoinedGroups(store.reader, { zone, user, after: (next as number) ?? 0, limit })
      return { ids: found.items.map(({ id }) => id), next: found.next }
    },
  }
}

/** Events only ever come; one is never gone. The walk ends where a page is empty. */
async function walkEvents(store: Store, zone: string): Promise<Walked> {
  return {
    async add(name) {
      const session = callerOn(store)
      await session.write(zone, async (tx) => tx.record({ kind: 'user_changed', subject: name }))
      return name
    },
    remove: async () => {},
    async page(next, limit) {
      const after = (next ?? {}) as Record<string, number>
      const found = await listEvents(store.reader, { after, tenant: zone, limit })
      return { ids: found.events.map(({ subject }) => subject), next: found.events.length > 0 ? found.next : undefined }
    },
  }
}

const lists: Record<string, (store: Store, zone: string) => Promise<Walked>> = {
  'users, oldest first': (store, zone) => walkUsers(store, zone, false),
  'users, newest first': (store, zone) => walkUsers(store, zone, true),
  'groups, oldest first': (store, zone) => walkGroups(store, zone, false),
  'groups, newest first': (store, zone) => walkGroups(store, zone, true),
  'members of a group': walkMembers,
  'groups of a user': walkJoined,
  events: walkEvents,
}

interface Walk {
  readonly present: number
  readonly limit: number
  /** After each page: how many are added, and which of those there are taken away. */
  readonly meanwhile: readonly { readonly added: number; readonly removed: readonly number[] }[]
}

const walks: fc.Arbitrary<Walk> = fc.record({
  present: fc.integer({ min: 0, max: 14 }),
  limit: fc.integer({ min: 1, max: 5 }),
  meanwhile: fc.array(fc.record({ added: fc.nat(2), removed: fc.array(fc.nat(30), { maxLength: 2 }) }), { minLength: 20, maxLength: 20 }),
})

/** Walks all pages while rows come and go. */
async function walk(list: Walked, { present, limit, meanwhile }: Walk): Promise<void> {
  let made = 0
  const there: string[] = []
  const throughout = new Set<string>()
  for (; made < present; made++) there.push(await list.add(`n${made}`))
  for (const id of there) throughout.add(id)
  const seen: string[] = []
  let next: unknown
  for (let turn = 0; ; turn++) {
    const page = await list.page(next, limit)
    expect(page.ids.length).toBeLessThanOrEqual(limit)
    seen.push(...page.ids)
    next = page.next
    if (next === undefined) break
    const { added, removed } = meanwhile[turn] ?? { added: 0, removed: [] }
    for (let count = 0; count < added; count++) there.push(await list.add(`n${made++}`))
    for (const index of removed) {
      const [id] = there.splice(index % Math.max(there.length, 1), 1)
      if (id === undefined) continue
      await list.remove(id)
      throughout.delete(id)
    }
  }
  const twice = seen.filter((id, index) => seen.indexOf(id) !== index)
  const missed = [...throughout].filter((id) => !seen.includes(id))
  expect({ twice, missed }).toEqual({ twice: [], missed: [] })
}

onEveryEngine('walking the pages of a list while rows come and go', (engine) => {
  test.for(Object.entries(lists))('shows no row twice and misses none that was there throughout: %s', async ([, open]) => {
    const { store } = await openTestStore(engine)
    const property = fc.asyncProperty(walks, async (plan) => walk(await open(store, await newModelZone(store, {})), plan))
    await fc.assert(property, { numRuns: engine.name === 'sqlite' ? 15 : 5 })
  })
})
