import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createUsers } from '../../../src/directory/users/create-users.ts'
import { deleteUser } from '../../../src/directory/users/delete-user.ts'
import { updateUser } from '../../../src/directory/users/update-user.ts'
import { pending } from '../../../src/storage/migrations/run.ts'
import { statement } from '../../../src/storage/statement.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { listedBeside } from '../../kit/synchronization/synced-content.ts'
import { newSyncedZone } from '../../kit/synchronization/synced-zone.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

const emptied = statement((db, _: object) => db.deleteFrom('listed_values'))

/** What the migration puts into the new table. */
const filled = statement((db, _: object, engine) => ({
  compile: () => sql.raw<never>(pending(engine, 13)[0]?.statements[1] as string).compile(db),
}))

const emails = (...values: unknown[]) => ({ emails: values.map((value) => ({ value, type: 'home' })) })

onEveryEngine('what users are found by', (engine) => {
  const place = async () => {
    const store = await openTestStore(engine)
    const source = await newSyncedZone(store.store)
    return { store, source, kept: () => listedBeside(store, source.zone) }
  }

  test('is kept with them, changed and deleted with them', async () => {
    const { source, kept } = await place()
    const { id, name } = await source.createUser({ name: 'ann', email: 'Ann@a.cn', profile: emails('Ann@a.cn', 'HOME@a.cn', 'home@A.cn') })
    expect(await kept()).toEqual([['home@a.cn', id]])
    const phoneNumbers = [{ value: '+86 1', type: 'mobile' }]
    await source.changeUser(id, () => ({ name, email: 'ann@a.cn', profile: { ...emails('ann@a.cn', 'other@a.cn'), phoneNumbers } }))
    expect(await kept()).toEqual([
      ['+86 1', id],
      ['other@a.cn', id],
    ])
    // Another address of his own: what is in the list is no longer the same.
    await source.switchTo('disabled')
    await source.write((tx) => updateUser(tx, source.zone, id, { email: 'Other@a.cn' }))
    expect(await kept()).toEqual([
      ['+86 1', id],
      ['ann@a.cn', id],
    ])
    await source.write((tx) => deleteUser(tx, source.zone, id))
    expect(await kept()).toEqual([])
  })

  test('comes with those who are adopted or brought from elsewhere, and goes with those whom their source deletes', async () => {
    const { source, kept } = await place()
    const [one, two] = await source.write((tx, { ports, vault }) =>
      createUsers(tx, ports, vault, source.zone, [
        { name: 'one', email: 'one@a.cn', owner: 'synchronized', profile: emails('one@a.cn', 'x@a.cn') },
        { name: 'two', owner: 'synchronized', profile: emails('x@a.cn', 'y@a.cn') },
      ]),
    )
    const [first, second] = [one?.id as string, two?.id as string]
    expect(await kept()).toEqual(
      [
        ['x@a.cn', first],
        ['x@a.cn', second],
        ['y@a.cn', second],
      ].sort(),
    )
    await source.deleteUser(second)
    expect(await kept()).toEqual([['x@a.cn', first]])
    await source.adopt('by_name')
    const { id } = await source.userByHand('three')
    await source.createUser({ name: 'three', profile: emails('z@a.cn') })
    expect(await kept()).toEqual([
      ['x@a.cn', first],
      ['z@a.cn', id],
    ])
  })

  test('is taken by the migration from what was kept before as it is taken of those who come', async () => {
    const { source, kept } = await place()
    const long = `${'x'.repeat(256)}`
    const strange = [
      'A"b\\c@a.cn',
      'É@a.cn',
      'tab\there',
      '',
      ' ',
      long,
      `${long}x`,
      '[*?]',
      '~',
      '\u007f',
      '😀',
      null,
      7,
      { value: 'inner' },
      ['x'],
    ]
    await source.createUser({ name: 'bare' })
    await source.createUser({ name: 'own', email: 'Own@a.cn', profile: emails('own@A.cn') })
    await source.createUser({
      name: 'strange',
      email: 'ä@a.cn',
      profile: { ...emails(...strange), title: 'T', name: { formatted: 'F' }, roles: [{}, { display: 'D' }] },
    })
    const before = await kept()
    expect(before.map(([value]) => value)).toEqual([' ', '[*?]', 'a"b\\c@a.cn', long, '~'])
    await source.write(async (tx) => tx.run(emptied, {}))
    expect(await kept()).toEqual([])
    await source.write(async (tx) => tx.run(filled, {}))
    expect(await kept()).toEqual(before)
  })
})
