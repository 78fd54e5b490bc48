import { expect, test } from 'vitest'
import { createAccount } from '../../../src/directory/accounts/create-account.ts'
import { accountNow } from '../../../src/directory/accounts/find-account.ts'
import { accountsStream, organizationStream } from '../../../src/directory/events.ts'
import { dueDeletions, finishDeletion } from '../../../src/directory/leaving/finish-deletion.ts'
import { insertDeletion } from '../../../src/storage/tables/departures.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { newRealTree } from '../../properties/tree-directory.ts'
import { eventsBeside, openTestStore } from '../../storage/open-test-store.ts'

onEveryEngine('a deletion of an account that is no member', (engine) => {
  test('is forgotten when its time has come, and the account stays: it is not taken up again and again', async () => {
    const opened = await openTestStore(engine)
    const { store } = opened
    const { write, ports } = callerOn(store)
    const { organization } = await newRealTree(store, 0)
    const stream = organizationStream(organization)
    const { uin } = await write(accountsStream, (tx) => createAccount(tx, ports, { name: 'stranger', verification: 'none' }))
    await write(stream, async (tx) => void (await tx.run(insertDeletion, { organization, uin, requested_at: 0, due_at: 1 })))
    const due = () => dueDeletions(store.reader, Date.now(), 10)
    expect(await due()).toEqual([{ organization, uin, dueAt: 1 }])

    const before = await eventsBeside(opened, stream)
    await write(stream, (tx) => finishDeletion(tx, organization, uin))
    expect(await due()).toEqual([])
    expect(await accountNow(store.reader, uin)).toMatchObject({ name: 'stranger' })
    expect(await eventsBeside(opened, stream)).toEqual(before)
  })
})
