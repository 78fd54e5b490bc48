import { expect, test } from 'vitest'
import { getGroup } from '../../../../src/dialects/scim/groups/get-group.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { scimRead } from '../../../kit/synchronization/scim-reads.ts'
import { newSyncedUsers, newSyncedZone } from '../../../kit/synchronization/synced-zone.ts'
import { openTestStore } from '../../../storage/open-test-store.ts'

onEveryEngine('a group that is known already', (engine) => {
  test('is told so by its row alone, however many are in it', async () => {
    const { store } = await openTestStore(engine)
    const source = await newSyncedZone(store)
    const users = await newSyncedUsers(source, 1203)
    const { id } = await source.createGroup('Everybody', users)

    async function get(ifNoneMatch?: string) {
      const { reply, rows } = await scimRead(source, getGroup, { id, ...(ifNoneMatch !== undefined && { ifNoneMatch }) })
      return { status: reply.status, rows, tag: reply.headers?.etag as string }
    }

    const { tag, ...shown } = await get()
    expect(shown).toEqual({ status: 200, rows: 1 + users.length })
    expect(await get(tag)).toEqual({ status: 304, rows: 1, tag })
    // One of them is called otherwise: everybody is read and shown once more, and is known again then.
    await source.changeUser(users[7] as string, ({ name }) => ({ name, displayName: 'Otherwise' }))
    const anew = await get(tag)
    expect(anew).toMatchObject({ status: 200, rows: 1 + users.length })
    expect(await get(anew.tag)).toEqual({ status: 304, rows: 1, tag: anew.tag })
    // What nobody is shown of them in a group is no reason to show it anew.
    await source.changeUser(users[7] as string, ({ name, displayName }) => ({ name, displayName, firstName: 'First' }))
    expect(await get(anew.tag)).toEqual({ status: 304, rows: 1, tag: anew.tag })
  })
})
