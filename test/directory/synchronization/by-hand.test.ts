import { expect, test } from 'vitest'
import { deleteGroup } from '../../../src/directory/groups/delete-group.ts'
import { updateGroup } from '../../../src/directory/groups/update-group.ts'
import { deleteUser } from '../../../src/directory/users/delete-user.ts'
import { setUserStatus } from '../../../src/directory/users/set-user-status.ts'
import { updateUser } from '../../../src/directory/users/update-user.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { zoneBeside } from '../../kit/synchronization/synced-content.ts'
import { newSyncedZone, refusalOf } from '../../kit/synchronization/synced-zone.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

type Act = () => Promise<unknown>

/** Source: semantics 9, 10 and 11.1: with synchronization on each side changes its own, with it off people change everything. */
onEveryEngine('hands and sources', (engine) => {
  const place = async () => {
    const store = await openTestStore(engine)
    const source = await newSyncedZone(store.store)
    const user = await source.createUser({ name: 'synced' })
    const group = await source.createGroup('synced', [user.id])
    const manual = await source.userByHand('manual')
    const groupByHand = await source.groupByHand('manual')
    await source.joinByHand('add', groupByHand.id, manual.id)
    /** Everything that people can do with a user and a group. */
    const hand = (user: string, group: string): Act[] => [
      () => source.write((tx) => updateUser(tx, source.zone, user, { displayName: 'by hand' })),
      () => source.write((tx) => setUserStatus(tx, source.zone, user, 'disabled')),
      () => source.write((tx) => updateGroup(tx, source.zone, group, { description: 'by hand' })),
      () => source.joinByHand('remove', group, user).then((outcome) => (outcome.done ? 'done' : Promise.reject(outcome.refusal.fact))),
      () => source.write((tx) => deleteUser(tx, source.zone, user)),
      () => source.write((tx) => deleteGroup(tx, source.zone, group)),
    ]
    /** Everything that a source can do with a user and a group. */
    const machine = (user: string, group: string): Act[] => [
      () => source.changeUser(user, (now) => ({ ...now, displayName: 'from the source' })),
      () => source.changeGroup(group, { externalId: 'from the source' }),
      () => source.changeGroup(group, { members: { add: [], remove: [user] } }),
      () => source.join('remove', group, user).then((outcome) => (outcome.done ? 'done' : Promise.reject(outcome.refusal.fact))),
      () => source.deleteUser(user),
      () => source.deleteGroup(group),
    ]
    return { store, source, user, group, manual, groupByHand, hand, machine }
  }
  /** One after the other. */
  const factsOf = async (acts: Act[]): Promise<string[]> => {
    const facts: string[] = []
    for (const act of acts)
      facts.push(
        await act().then(
          () => 'done',
          (reason) => reason.refusal?.fact ?? reason,
        ),
      )
    return facts
  }

  test('on: each is refused what belongs to the other, and may do all with its own', async () => {
    const { store, source, user, group, manual, groupByHand, hand, machine } = await place()
    const before = await zoneBeside(store, source.zone)
    expect(await factsOf(hand(user.id, group.id))).toEqual([
      ...['user_owned_by_sync', 'user_owned_by_sync', 'group_owned_by_sync', 'group_owned_by_sync'],
      ...['user_owned_by_sync', 'group_owned_by_sync'],
    ])
    expect(await factsOf(machine(manual.id, groupByHand.id))).toEqual([
      ...['user_kept_by_hand', 'group_kept_by_hand', 'group_kept_by_hand', 'group_kept_by_hand'],
      ...['user_kept_by_hand', 'group_kept_by_hand'],
    ])
    expect(await refusalOf(source.deleteGroup(groupByHand.id))).toMatchObject({ group: groupByHand.id, attempted: 'delete' })
    expect(await zoneBeside(store, source.zone)).toEqual(before)
    expect(await factsOf(machine(user.id, group.id))).toEqual(Array(6).fill('done'))
    expect(await factsOf(hand(manual.id, groupByHand.id))).toEqual(Array(6).fill('done'))
  })

  test('off: people may do all with either, and a source nothing with any', async () => {
    const { store, source, user, group, manual, groupByHand, hand, machine } = await place()
    await source.switchTo('disabled')
    const before = await zoneBeside(store, source.zone)
    const off = Array(6).fill('synchronization_off')
    expect(await factsOf(machine(user.id, group.id))).toEqual(off)
    expect(await factsOf(machine(manual.id, groupByHand.id))).toEqual(off)
    expect(await refusalOf(source.createUser({ name: 'new' }))).toEqual({ fact: 'synchronization_off', zone: source.zone })
    expect(await refusalOf(source.createGroup('new'))).toEqual({ fact: 'synchronization_off', zone: source.zone })
    expect(await zoneBeside(store, source.zone)).toEqual(before)
    expect(await factsOf(hand(user.id, group.id))).toEqual(Array(6).fill('done'))
  })

  test('on again: the source makes anew what was deleted by hand, and writes over what was changed', async () => {
    const { source, user, group } = await place()
    await source.switchTo('disabled')
    await source.write((tx) => updateUser(tx, source.zone, user.id, { displayName: 'by hand' }))
    await source.joinByHand('remove', group.id, user.id)
    await source.write((tx) => deleteGroup(tx, source.zone, group.id))
    await source.switchTo('enabled')
    expect(await source.changeUser(user.id, () => ({ name: 'synced' }))).toMatchObject({ displayName: '', version: 3 })
    expect(await source.createGroup('synced', [user.id])).toMatchObject({ memberCount: 1, version: 1 })
  })
})
