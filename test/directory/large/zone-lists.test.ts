import { expect, test } from 'vitest'
import { createGroup } from '../../../src/directory/groups/create-group.ts'
import { listGroups } from '../../../src/directory/groups/list-groups.ts'
import type { Session } from '../../../src/directory/session.ts'
import { createUsers } from '../../../src/directory/users/create-users.ts'
import { listUsers, type UserQuery } from '../../../src/directory/users/list-users.ts'
import { statement } from '../../../src/storage/statement.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { callerOn, newModelZone } from '../../properties/real-directory.ts'
import { openTestStore } from '../../storage/open-test-store.ts'
import { turnsDuring } from './turns.ts'

/** More than are looked through at a time, and some of them made at the same moment. */
const many = 4300

const disableEvery = statement((db, p: { zone: string; like: string }) =>
  db.updateTable('users').set({ status: 'disabled' }).where('zone', '=', p.zone).where('name_key', 'like', p.like),
)

async function fill(session: Session, zone: string): Promise<void> {
  const wanted = Array.from({ length: many }, (_, n) => ({
    name: `user-${n}`,
    createdAt: 1000 + Math.floor(n / 7),
    // With a blank, which no id has by chance.
    description: n === 4000 ? 'Rare one' : '',
  }))
  await session.write(zone, async (tx) => {
    await createUsers(tx, session.ports, session.vault, zone, wanted)
    await tx.run(disableEvery, { zone, like: '%9' })
  })
}

onEveryEngine('lists of a large zone', (engine) => {
  test('show and count what a filter finds, on every page, both ways, whatever lies between', async () => {
    const { store, beside } = await openTestStore(engine)
    const zone = await newModelZone(store, { users: many })
    await fill(callerOn(store), zone)
    const list = (query: Partial<UserQuery> = {}) => listUsers(beside, { zone, newestFirst: false, offset: 0, limit: 100, ...query })
    const all = async (query: Partial<UserQuery>) => {
      const names: string[] = []
      let page = await list(query)
      for (; ; page = await list({ ...query, after: page.next })) {
        names.push(...page.items.map(({ name }) => name))
        if (!page.next) return { names, total: page.total }
      }
    }
    const everybody = (await all({ limit: 1000 })).names
    expect(new Set(everybody).size).toBe(many)
    const disabled = everybody.filter((name) => name.endsWith('9'))
    for (const newestFirst of [false, true]) {
      const turned = (names: string[]) => (newestFirst ? names.toReversed() : names)
      expect(await all({ newestFirst, limit: 1000 })).toEqual({ names: turned(everybody), total: many })
      expect(await all({ newestFirst, status: 'disabled' })).toEqual({ names: turned(disabled), total: disabled.length })
      expect((await list({ newestFirst, status: 'disabled', offset: 250, limit: 5 })).items.map(({ name }) => name)).toEqual(
        turned(disabled).slice(250, 255),
      )
      expect((await list({ newestFirst, offset: 4200, limit: 5 })).items.map(({ name }) => name)).toEqual(
        turned(everybody).slice(4200, 4205),
      )
      expect(await all({ newestFirst, text: 'rARE One' })).toEqual({ names: ['user-4000'], total: 1 })
    }
    expect(await all({ owner: 'synchronized' })).toEqual({ names: [], total: 0 })
  })

  test('let others have their turn while a filter looks', async () => {
    const { store, beside } = await openTestStore(engine)
    const zone = await newModelZone(store, { users: many })
    await fill(callerOn(store), zone)
    const turns = await turnsDuring(() => listUsers(beside, { zone, newestFirst: false, offset: 0, limit: 10, text: 'nobody' }))
    expect(turns).toBeGreaterThan(1)
  })

  test('a whole name of a group is looked up, and the filters beside it hold', async () => {
    const { store, beside } = await openTestStore(engine)
    const zone = await newModelZone(store)
    const list = (owner?: 'manual' | 'synchronized', offset = 0) =>
      listGroups(beside, { zone, newestFirst: false, offset, limit: 10, name: { match: 'equals', text: 'Ops' }, ...(owner && { owner }) })
    expect(await list()).toEqual({ items: [], total: 0 })
    const session = callerOn(store)
    for (const name of ['ops', 'ops2']) await session.write(zone, (tx) => createGroup(tx, session.ports, zone, { name }))
    expect(await list()).toMatchObject({ items: [{ name: 'ops' }], total: 1 })
    expect(await list('manual')).toMatchObject({ items: [{ name: 'ops' }], total: 1 })
    expect(await list('synchronized')).toEqual({ items: [], total: 0 })
    expect(await list('manual', 1)).toEqual({ items: [], total: 1 })
  })
})
