import { expect, test } from 'vitest'
import { accountNow } from '../../../src/directory/accounts/find-account.ts'
import { accountsStream, organizationStream } from '../../../src/directory/events.ts'
import { deleteOrganization } from '../../../src/directory/leaving/delete-organization.ts'
import { createOrganization } from '../../../src/directory/organizations/create-organization.ts'
import { openZone } from '../../../src/directory/zones/open-zone.ts'
import { everyZone } from '../../../src/storage/tables/contents.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { refusalOf } from '../../kit/synchronization/synced-zone.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { newRealTree } from '../../properties/tree-directory.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

onEveryEngine('a zone for a caller who was read before his organization was deleted', (engine) => {
  test('is not opened, whether he has none by now or another', async () => {
    const { store } = await openTestStore(engine)
    const { write, ports } = callerOn(store)
    const { organization, members } = await newRealTree(store, 0)
    const account = await accountNow(store.reader, members[0] as number)
    const caller = { account, secretId: '', organization: { id: organization, managerUin: account.uin } }
    const open = () => refusalOf(write(organizationStream(organization), (tx) => openZone(tx, ports, caller, 'works')))

    await write(organizationStream(organization), (tx) => deleteOrganization(tx, organization))
    expect(await open()).toEqual({ fact: 'no_organization' })
    const another = await write(accountsStream, (tx) => createOrganization(tx, ports, account))
    expect(await open()).toEqual({ fact: 'no_organization' })
    expect(await store.reader.all(everyZone, {})).toEqual([])

    const now = { ...caller, organization: { id: another, managerUin: account.uin } }
    await write(organizationStream(another), (tx) => openZone(tx, ports, now, 'works'))
    expect(await store.reader.all(everyZone, {})).toMatchObject([{ organization: another, name: 'works' }])
  })
})
