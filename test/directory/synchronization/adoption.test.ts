import { expect, test } from 'vitest'
import { userNow } from '../../../src/directory/users/find-user.ts'
import { zoneNow } from '../../../src/directory/zones/find-zone.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { eventCount, happenedSince, zoneBeside } from '../../kit/synchronization/synced-content.ts'
import { newSyncedZone, refusalOf } from '../../kit/synchronization/synced-zone.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

const byHand = {
  firstName: 'Wei',
  displayName: 'by hand',
  description: 'kept',
  email: 'wei@acme.example',
  status: 'disabled',
  mustResetPassword: true,
}

onEveryEngine('a user that is kept by hand, and a source that creates one of the same name', (engine) => {
  const place = async (adoption: 'never' | 'by_name', quotas?: object) => {
    const store = await openTestStore(engine)
    const source = await newSyncedZone(store.store, quotas)
    await source.adopt(adoption)
    return { store, source }
  }

  test('is taken over with its id, its age and what the source does not say, even where the zone is full', async () => {
    const { store, source } = await place('by_name', { users: 1 })
    const before = await source.userByHand('chen.wei', byHand)
    const events = await eventCount(store, source.zone)
    const adopted = await source.createUser({ name: 'Chen.Wei', displayName: 'from the source', externalId: 'x', profile: { a: 1 } })
    expect(adopted).toEqual({
      ...before,
      name: 'Chen.Wei',
      displayName: 'from the source',
      externalId: 'x',
      profile: { a: 1 },
      owner: 'synchronized',
      mustResetPassword: false,
      version: 2,
      updatedAt: adopted.updatedAt,
    })
    expect(await userNow(store.beside, source.zone, before.id)).toEqual(adopted)
    expect(await happenedSince(store, source.zone, events)).toEqual([['user_adopted', before.id, before, adopted]])
    expect(await zoneNow(store.beside, source.zone)).toMatchObject({ userCount: 1, usersVersion: 1 })
    // From now on it is the source's: it changes it, and has its name.
    expect(await refusalOf(source.createUser({ name: 'chen.wei' }))).toEqual({ fact: 'user_name_taken', name: 'chen.wei' })
    expect(await source.changeUser(before.id, () => ({ name: 'chen.wei', status: 'enabled' }))).toMatchObject({ version: 3 })
  })

  test('stays what it is where the zone does not say so', async () => {
    const { store, source } = await place('never')
    await source.userByHand('chen.wei', byHand)
    const before = await zoneBeside(store, source.zone)
    expect(await refusalOf(source.createUser({ name: 'chen.wei' }))).toEqual({ fact: 'user_name_taken', name: 'chen.wei' })
    expect(await zoneBeside(store, source.zone)).toEqual(before)
  })

  test('is not taken over out of a group, which is named, nor with the address of another', async () => {
    const { store, source } = await place('by_name')
    const user = await source.userByHand('chen.wei', byHand)
    await source.userByHand('other', { email: 'other@acme.example' })
    const groups = [await source.groupByHand('a'), await source.groupByHand('b')]
    const email = 'OTHER@acme.example'
    expect(await refusalOf(source.createUser({ name: 'chen.wei', email }))).toEqual({ fact: 'email_taken', email })
    for (const { id } of groups) await source.joinByHand('add', id, user.id)
    const before = await zoneBeside(store, source.zone)
    const refused = await refusalOf(source.createUser({ name: 'chen.wei' }))
    const named = groups.map(({ id, name }) => ({ id, name }))
    expect(refused).toEqual({ fact: 'adopted_user_in_groups', user: user.id, name: 'chen.wei', groups: named })
    expect(await zoneBeside(store, source.zone)).toEqual(before)
    for (const { id } of groups) await source.joinByHand('remove', id, user.id)
    // Its own address is no hindrance.
    expect(await source.createUser({ name: 'chen.wei', email: 'WEI@acme.example' })).toMatchObject({ id: user.id })
  })
})
