import { expect, test } from 'vitest'
import { accountNow } from '../../../src/directory/accounts/find-account.ts'
import { organizationStream } from '../../../src/directory/events.ts'
import { organizationNow } from '../../../src/directory/organizations/find-organization.ts'
import { delegateService } from '../../../src/directory/services/delegate-service.ts'
import { endDelegation } from '../../../src/directory/services/end-delegation.ts'
import { serviceNamed } from '../../../src/directory/services/services.ts'
import { callersZone } from '../../../src/directory/zones/callers-zone.ts'
import { zoneNow } from '../../../src/directory/zones/find-zone.ts'
import { openZone } from '../../../src/directory/zones/open-zone.ts'
import { onEveryEngine } from '../../kit/engines.ts'
import { refusalOf } from '../../kit/synchronization/synced-zone.ts'
import { callerOn } from '../../properties/real-directory.ts'
import { newRealTree } from '../../properties/tree-directory.ts'
import { openTestStore } from '../../storage/open-test-store.ts'

onEveryEngine('the zone of a caller', (engine) => {
  test("is managed by the organization's manager, and by a member while it administers the identity center", async () => {
    const { store } = await openTestStore(engine)
    const session = callerOn(store)
    const { organization: id, members } = await newRealTree(store, 1)
    const { managerUin } = await organizationNow(store.reader, id)
    const uin = members.find((one) => one !== managerUin) as number
    const organization = { id, managerUin }
    const account = (of: number) => accountNow(store.reader, of)
    const manager = { account: await account(managerUin), secretId: '', organization }
    const opened = await session.write(organizationStream(id), (tx) => openZone(tx, session.ports, manager, 'works'))
    const zone = await zoneNow(store.reader, opened)
    const asked = (caller: Parameters<typeof callersZone>[0]['caller'], named?: string) => callersZone({ caller, session }, named)
    const member = { account: await account(uin), secretId: '', organization, zone }

    expect(await asked({ ...manager, zone }, zone.id)).toEqual(zone)
    expect(await refusalOf(asked(manager))).toEqual({ fact: 'zone_not_open' })
    expect(await refusalOf(asked({ account: member.account, secretId: '' }))).toEqual({ fact: 'no_organization' })
    const neither = { fact: 'neither_manager_nor_delegate', organization: id, service: 'cic' }
    expect(await refusalOf(asked(member))).toEqual(neither)

    const delegate = (product: string) => {
      const wanted = { organization: id, managerUin, service: serviceNamed({ product }), uins: [uin], scope: { kind: 'all' } as const }
      return session.write(organizationStream(id), (tx) => delegateService(tx, wanted))
    }
    await delegate('cam')
    expect(await refusalOf(asked(member))).toEqual(neither)
    await delegate('cic')
    expect(await asked(member)).toEqual(zone)
    expect(await refusalOf(asked(member, 'z-other'))).toEqual({ fact: 'zone_not_found', zone: 'z-other' })
    const service = serviceNamed({ product: 'cic' })
    await session.write(organizationStream(id), (tx) => endDelegation(tx, id, service, uin))
    expect(await refusalOf(asked(member, zone.id))).toEqual(neither)
  })
})
