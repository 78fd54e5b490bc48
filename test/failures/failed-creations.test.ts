import { expect, test } from 'vitest'
import { createAccount } from '../../src/directory/accounts/create-account.ts'
import { accountNow } from '../../src/directory/accounts/find-account.ts'
import { accountsStream, organizationStream } from '../../src/directory/events.ts'
import { createMember, type WantedMember } from '../../src/directory/members/create-member.ts'
import { createOrganization } from '../../src/directory/organizations/create-organization.ts'
import { organizationNow } from '../../src/directory/organizations/find-organization.ts'
import { statement } from '../../src/storage/statement.ts'
import { findCreationRecord } from '../../src/storage/tables/creation-records.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { callerOn } from '../properties/real-directory.ts'
import { openTestStore } from '../storage/open-test-store.ts'

/** What a creation leaves that failed after it was begun. */
const leaveFailed = statement((db, p: { organization: number; id: number }) =>
  db.insertInto('creation_records').values({ organization: p.organization, id: p.id, uin: null, created_at: 0 }),
)

onEveryEngine('a creation that failed', (engine) => {
  test('is tried again under its number, once', async () => {
    const { store } = await openTestStore(engine)
    const caller = callerOn(store)
    const organization = await caller.write(accountsStream, async (tx) => {
      const manager = await createAccount(tx, caller.ports, { name: 'manager', verification: 'enterprise' })
      return createOrganization(tx, caller.ports, manager)
    })
    const { rootNode } = await organizationNow(store.reader, organization)
    const stream = organizationStream(organization)
    await caller.write(stream, async (tx) => void (await tx.run(leaveFailed, { organization, id: 4 })))
    const wanted = (name: string, creation: number): WantedMember => ({
      name,
      accountName: name,
      node: rootNode,
      remark: '',
      permissions: [1, 2],
      payer: null,
      identities: [],
      tags: [],
      creation,
      relation: 0,
    })
    const make = (name: string, creation = 0) =>
      caller.write(stream, (tx) => createMember(tx, caller.ports, organization, wanted(name, creation)))
    const recordOf = async (id: number) => (await store.reader.first(findCreationRecord, { organization, id }))?.uin

    const other = await make('other')
    expect([await recordOf(4), await recordOf(5)]).toEqual([null, other.uin])
    const again = await make('again', 4)
    expect(await recordOf(4)).toBe(again.uin)
    expect(await accountNow(store.reader, again.uin)).toMatchObject({ organization, createdIn: organization })
    await expect(make('third', 4)).rejects.toMatchObject({ refusal: { fact: 'creation_record_done', uin: again.uin } })
    await expect(make('third', 6)).rejects.toMatchObject({ refusal: { fact: 'creation_record_not_found', record: 6 } })
  })
})
