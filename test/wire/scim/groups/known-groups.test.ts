import { expect, test } from 'vitest'
import { getGroup } from '../../../../src/dialects/scim/groups/get-group.ts'
import type { Session } from '../../../../src/directory/session.ts'
import { zoneNow } from '../../../../src/directory/zones/find-zone.ts'
import type { Reader } from '../../../../src/storage/store.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { newSyncedUsers, newSyncedZone } from '../../../kit/synchronization/synced-zone.ts'
import { callerOn } from '../../../properties/real-directory.ts'
import { openTestStore } from '../../../storage/open-test-store.ts'

/** Rows that were read through it. */
function counting(reader: Reader): { reader: Reader; rows: () => number } {
  let rows = 0
  return {
    rows: () => rows,
    reader: {
      async first(statement, params) {
        const row = await reader.first(statement, params)
        if (row !== undefined) rows++
        return row
      },
      async all(statement, params) {
        const found = await reader.all(statement, params)
        rows += found.length
        return found
      },
    },
  }
}

onEveryEngine('a group that is known already', (engine) => {
  test('is told so by its row alone, however many are in it', async () => {
    const { store } = await openTestStore(engine)
    const source = await newSyncedZone(store)
    const users = await newSyncedUsers(source, 1203)
    const zone = await zoneNow(store.reader, source.zone)
    const { id } = await source.createGroup('Everybody', users)
    const session = callerOn(store)

    async function get(ifNoneMatch?: string) {
      const counted = counting(store.reader)
      const reading: Session = { ...session, read: (work) => work(counted.reader) }
      const call = {
        zone,
        session: reading,
        base: '',
        sessionOf: () => reading,
        wordOf: (thrown: unknown) => {
          throw thrown
        },
      }
      const { status, headers } = await getGroup.handle(call, {
        id,
        query: new URLSearchParams(),
        body: {},
        ...(ifNoneMatch !== undefined && { ifNoneMatch }),
      })
      return { status, rows: counted.rows(), tag: headers?.etag as string }
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
