import { expect, test } from 'vitest'
import { deleteZone } from '../../../src/directory/leaving/delete-zone.ts'
import { createUsers } from '../../../src/directory/users/create-users.ts'
import { statement } from '../../../src/storage/statement.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { newSyncedUsers, newSyncedZone } from '../../kit/synchronization/synced-zone.ts'
import { callerOn, newModelZone } from '../../properties/real-directory.ts'
import { eventsBeside, openTestStore } from '../../storage/open-test-store.ts'
import { turnsDuring } from './turns.ts'

const left = (table: 'users' | 'memberships') =>
  statement((db, p: { zone: string }) =>
    db
      .selectFrom(table)
      .where('zone', '=', p.zone)
      .select(({ fn }) => fn.countAll<number>().as('n')),
  )
const usersLeft = left('users')
const membershipsLeft = left('memberships')

onEveryEngine('what is large goes whole, and who only reads is served meanwhile', (engine) => {
  test('a zone', async () => {
    const { store, beside } = await openTestStore(engine)
    const many = 4300
    const [zone, other] = [await newModelZone(store, { users: many }), await newModelZone(store, { users: many })]
    const session = callerOn(store)
    const wanted = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `user-${n}` }))
    await session.write(zone, (tx) => createUsers(tx, session.ports, session.vault, zone, wanted(many)))
    await session.write(other, (tx) => createUsers(tx, session.ports, session.vault, other, wanted(3)))
    let others = 0
    await session.write(zone, async (tx) => {
      others = await turnsDuring(() => deleteZone(tx, zone))
    })
    expect(others).toBeGreaterThan(1)
    expect([await beside.first(usersLeft, { zone }), await beside.first(usersLeft, { zone: other })]).toEqual([{ n: 0 }, { n: 3 }])
  })

  test('a group of a source, with an event for each who was in it', async () => {
    const opened = await openTestStore(engine)
    const source = await newSyncedZone(opened.store)
    const { zone } = source
    const members = await newSyncedUsers(source, 2100)
    const group = await source.createGroup('all', members)
    await source.deleteGroup(group.id)
    expect(await opened.beside.first(membershipsLeft, { zone })).toEqual({ n: 0 })
    const gone = (await eventsBeside(opened, zone)).filter(({ kind }) => kind === 'member_removed')
    expect(new Set(gone.map(({ before }) => JSON.parse(before ?? '{}').user)).size).toBe(2100)
  })
})
