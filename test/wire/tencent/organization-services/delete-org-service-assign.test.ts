import { describe, expect, test } from 'vitest'
import { eventsOf, newMember, newOrganization } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { delegatedUins, expectSameServices, newMembers, refusesAllButManagers, setInUse } from '../../../kit/organization/services.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('DeleteOrgServiceAssign', (engine) => {
  const world = sharedServer({ engine })
  ends(world)
  describe('refuses', () => refuses(world))
  refusesAllButManagers(world, (client, MemberUin) => client.DeleteOrgServiceAssign({ ServiceId: 1, MemberUin }))
})

function ends(world: SharedServer): void {
  test('the documented example: exactly this delegation ends, and is recorded', async () => {
    const manager = await newOrganization(world.server)
    const [uin, other] = (await newMembers(world.server, manager.organization, 2)) as [number, number]
    for (const ServiceId of [1, 2]) await manager.client.CreateOrgServiceAssign({ ServiceId, MemberUins: [uin, other] })
    // Source: DeleteOrgServiceAssign example.
    const { RequestId, ...answer } = await manager.client.DeleteOrgServiceAssign({ ServiceId: 1, MemberUin: uin })
    expect(answer).toEqual({})
    expect(await delegatedUins(manager, 'cloudaudit')).toEqual([other])
    expect(new Set(await delegatedUins(manager, 'cam'))).toEqual(new Set([uin, other]))
    expect((await eventsOf(world.server, String(uin))).at(-1)).toMatchObject({
      tenant: `organization-${manager.organization}`,
      kind: 'service_delegation_ended',
      operation: 'DeleteOrgServiceAssign',
      requestId: RequestId,
      before: { service: 'cloudaudit', scope: { kind: 'all' }, inUse: false },
      after: null,
    })
  })
}

function refuses(world: SharedServer): void {
  const delegated = async (Product: string) => {
    const manager = await newOrganization(world.server)
    const { uin } = await newMember(world.server, manager.organization)
    await manager.client.CreateOrgServiceAssign({ Product, MemberUins: [uin] })
    const refused = (ask: object, code: string, words: string | RegExp) =>
      expectSameServices(
        world.server,
        manager,
        () => manager.client.DeleteOrgServiceAssign({ Product, MemberUin: uin, ...ask }),
        code,
        words,
      )
    return { manager, uin, refused }
  }

  test('InvalidParameter: no service named, a uin that is none', async () => {
    const { refused } = await delegated('cam')
    await refused({ Product: undefined }, 'InvalidParameter', 'ServiceId or Product')
    await refused({ MemberUin: 0 }, 'InvalidParameter', 'MemberUin')
    await refused({ MemberUin: -1 }, 'InvalidParameter', 'MemberUin')
  })

  test('ResourceNotFound.OrganizationServiceNotExist', async () => {
    const { refused } = await delegated('cam')
    await refused({ Product: 'nothing' }, 'ResourceNotFound.OrganizationServiceNotExist', 'No organization service nothing')
    await refused({ ServiceId: 1 }, 'ResourceNotFound.OrganizationServiceNotExist', 'No organization service 1 cam')
  })

  test('ResourceNotFound.OrganizationServiceAssignNotExist: a member that is not delegated, or not this service; no member at all', async () => {
    const { manager, uin, refused } = await delegated('cam')
    const member = (await newMember(world.server, manager.organization)).uin
    const code = 'ResourceNotFound.OrganizationServiceAssignNotExist'
    await refused({ MemberUin: member }, code, `Account ${member}`)
    await refused({ Product: 'cloudaudit' }, code, `Account ${uin} is no delegated administrator of service cloudaudit`)
    await refused({ MemberUin: 100_000_000_000 }, code, 'ListOrgServiceAssignMember')
    await manager.client.DeleteOrgServiceAssign({ Product: 'cam', MemberUin: uin })
    await refused({}, code, `Account ${uin}`)
  })

  test('FailedOperation.OrganizationServiceAssignIsUse: while the service is used, and no longer', async () => {
    const { manager, uin, refused } = await delegated('cic')
    await setInUse(world.server, manager.organization, 'cic', uin, true)
    await refused({}, 'FailedOperation.OrganizationServiceAssignIsUse', `Account ${uin} still uses service cic`)
    await setInUse(world.server, manager.organization, 'cic', uin, false)
    await manager.client.DeleteOrgServiceAssign({ Product: 'cic', MemberUin: uin })
    expect(await delegatedUins(manager, 'cic')).toEqual([])
  })
}
