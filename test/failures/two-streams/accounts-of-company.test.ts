import { expect, test } from 'vitest'
import { organizationStream } from '../../../src/directory/events.ts'
import { changeOrganization } from '../../../src/directory/organizations/change-organization.ts'
import type { Tx } from '../../../src/directory/session.ts'
import { countAccountsOfEntity } from '../../../src/storage/tables/accounts.ts'
import { holdStream } from '../../../src/storage/tables/event-streams.ts'
import { onPostgres } from '../../kit/engines.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { newRealTree } from '../../properties/tree-directory.ts'
import { openTestStore } from '../../storage/open-test-store.ts'
import { newMember } from './new-members.ts'
import { overlapping } from './overlapping.ts'

onPostgres('accounts of one company, made by two organizations at the same time', (engine) => {
  test('are no more than the company may have', async () => {
    const { store } = await openTestStore(engine)
    const { write, ports } = callerOn(store)
    // The managers of both are verified as one company: two accounts, and room for a third.
    const [one, other] = [await newRealTree(store, 0), await newRealTree(store, 0)]
    const makingIn = async ({ organization }: { organization: number }) => {
      const stream = organizationStream(organization)
      await write(stream, (tx) => changeOrganization(tx, organization, { limits: { accountsPerEntity: 3 } }))
      return { stream, work: (tx: Tx) => newMember(tx, ports, organization) }
    }
    const outcomes = await overlapping(store, await makingIn(one), await makingIn(other), [holdStream, countAccountsOfEntity])
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { refusal: { fact: 'entity_quota_reached', quota: 3 } } },
    ])
    expect(await store.reader.first(countAccountsOfEntity, { entity: 'manager' })).toEqual({ n: 3 })
  })
})
