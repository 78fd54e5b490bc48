import { expect, test } from 'vitest'
import { changeAccount } from '../../../src/directory/accounts/change-account.ts'
import { accountNow } from '../../../src/directory/accounts/find-account.ts'
import { accountsStream, organizationStream } from '../../../src/directory/events.ts'
import { dueDeletions, finishDeletion } from '../../../src/directory/leaving/finish-deletion.ts'
import { requestDeletion } from '../../../src/directory/leaving/request-deletion.ts'
import { changeOrganization } from '../../../src/directory/organizations/change-organization.ts'
import type { Tx } from '../../../src/directory/session.ts'
import { holdStream } from '../../../src/storage/tables/event-streams.ts'
import { onPostgres } from '../../kit/engines.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { newRealTree } from '../../properties/tree-directory.ts'
import { eventsBeside, openTestStore } from '../../storage/open-test-store.ts'
import { newMember } from './new-members.ts'
import { overlapping } from './overlapping.ts'

onPostgres('a fact that bars the deletion of an account, set at the moment when the deletion is finished', (engine) => {
  test('withdraws it: what is judged is how the account is when it goes', async () => {
    const opened = await openTestStore(engine)
    const { store } = opened
    const { write, ports } = callerOn(store)
    const { organization } = await newRealTree(store, 0)
    const stream = organizationStream(organization)
    const { uin } = await write(stream, (tx) => newMember(tx, ports, organization))
    await write(stream, async (tx) => {
      await changeOrganization(tx, organization, { facts: { deletionPermission: true } })
      await requestDeletion(tx, organization, uin)
    })

    const setting = { stream: accountsStream, work: (tx: Tx) => changeAccount(tx, uin, { facts: { resources: ['cvm'] } }) }
    const finishing = { stream, work: (tx: Tx) => finishDeletion(tx, organization, uin) }
    const outcomes = await overlapping(store, setting, finishing, [holdStream])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await accountNow(store.reader, uin)).toMatchObject({ organization, facts: { resources: ['cvm'] } })
    expect(await dueDeletions(store.reader, Date.now(), 10)).toEqual([])
    const [last] = (await eventsBeside(opened, stream)).slice(-1)
    expect([last?.kind, JSON.parse(last?.after ?? '{}')]).toEqual(['account_deletion_withdrawn', { why: 'resources_left' }])
  })
})
