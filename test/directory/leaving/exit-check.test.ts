import { expect, test } from 'vitest'
import { changeAccount } from '../../../src/directory/accounts/change-account.ts'
import { createAccount } from '../../../src/directory/accounts/create-account.ts'
import { accountsStream, organizationStream } from '../../../src/directory/events.ts'
import { exitCheck } from '../../../src/directory/leaving/exit-check.ts'
import type { Way } from '../../../src/directory/leaving/gate.ts'
import { joinOrganization } from '../../../src/directory/organizations/join-organization.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { newRealTree } from '../../properties/tree-directory.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

onEveryEngine('what keeps an account', (engine) => {
  test('is told with what is to be cleared before it: what bars the removal, for all that only a removal clears', async () => {
    const { store } = await openTestStore(engine)
    const { ports, write } = callerOn(store)
    const { organization } = await newRealTree(store, 0)
    const joined = async (createdIn: number | null) => {
      const { uin } = await write(accountsStream, (tx) =>
        createAccount(tx, ports, { name: `a ${createdIn}`, verification: 'enterprise', createdIn }),
      )
      await write(organizationStream(organization), (tx) => joinOrganization(tx, organization, uin))
      return uin
    }
    const setFacts = (uin: number, facts: object) => write(accountsStream, (tx) => changeAccount(tx, uin, { facts }))
    const told = async (uin: number, way: Way) =>
      (await exitCheck(store.reader, uin))[way].map(({ blocker, before }) => [blocker.fact, before?.fact])

    const [created, invited] = [await joined(organization), await joined(null)]
    for (const uin of [created, invited]) await setFacts(uin, { securityMail: true, operateProcess: false })
    expect(await told(created, 'quit')).toEqual([['created_never_quits', undefined]])
    for (const uin of [created, invited]) await setFacts(uin, { usesShares: true })
    expect(await told(created, 'quit')).toEqual([
      ['created_never_quits', 'uses_shares'],
      ['uses_shares', undefined],
    ])
    expect(await told(invited, 'remove')).toEqual([['uses_shares', undefined]])
    expect((await told(invited, 'delete'))[0]).toEqual(['not_created_here', 'uses_shares'])
    await setFacts(invited, { usesShares: false })
    expect((await told(invited, 'delete'))[0]).toEqual(['not_created_here', undefined])
  })
})
