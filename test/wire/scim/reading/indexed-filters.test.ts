import { expect, test } from 'vitest'
import { listUsers } from '../../../../src/dialects/scim/users/list-users.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { scimRead } from '../../../kit/synchronization/scim-reads.ts'
import { newSyncedUsers, newSyncedZone } from '../../../kit/synchronization/synced-zone.ts'
import { openTestStore } from '../../../storage/open-test-store.ts'

const kept = {
  emails: [
    { value: 'Lin@work.cn', type: 'work', primary: true },
    { value: 'Lin@home.cn', type: 'home' },
  ],
  phoneNumbers: [{ value: '+86 138 0000', type: 'mobile' }],
  ims: [{ value: 'lin@WORK.cn' }],
  roles: [{ value: 'admin' }],
}

const found = [
  'userName eq "LIN"',
  'externalId eq "E-1"',
  'emails eq "lin@work.cn"',
  'emails.value eq "LIN@work.cn"',
  'emails.value eq "lin@HOME.cn"',
  'emails[type eq "home"].value eq "lin@home.cn"',
  'emails[type eq "home" and value eq "lin@home.cn"]',
  'phoneNumbers.value eq "+86 138 0000" and active eq true',
  'phoneNumbers[type eq "mobile"].value eq "+86 138 0000"',
  'ims.value eq "lin@work.cn"',
  'roles eq "Admin"',
]

const notFound = [
  'emails.value eq "nobody@work.cn"',
  'emails[type eq "work"].value eq "lin@home.cn"',
  'phoneNumbers.value eq "lin@home.cn"',
  'phoneNumbers.value eq "+86 138 0000" and active eq false',
]

onEveryEngine('a filter that names somebody', (engine) => {
  test('reads those whom it may mean, however many are in the zone', async () => {
    const { store } = await openTestStore(engine)
    const source = await newSyncedZone(store)
    await newSyncedUsers(source, 600)
    const lin = await source.createUser({ name: 'lin', email: 'Lin@work.cn', externalId: 'E-1', profile: kept })
    const ask = async (filter: string) => {
      const { reply, rows } = await scimRead(source, listUsers, { query: new URLSearchParams({ filter, attributes: 'userName' }) })
      return { filter, ids: (reply.body as { Resources: { id: string }[] }).Resources.map(({ id }) => id), few: rows <= 3 }
    }
    for (const filter of found) expect(await ask(filter)).toEqual({ filter, ids: [lin.id], few: true })
    for (const filter of notFound) expect(await ask(filter)).toEqual({ filter, ids: [], few: true })
    // What stands in no index is looked for among all, and found all the same.
    const negated = 'not (userName sw "n-")'
    expect(await ask(negated)).toEqual({ filter: negated, ids: [lin.id], few: false })
    await source.changeUser(lin.id, ({ name }) => ({ name, profile: { ims: [{ value: 'Élan' }] } }))
    const accent = 'ims.value eq "élan"'
    expect(await ask(accent)).toEqual({ filter: accent, ids: [lin.id], few: false })
  })
})
