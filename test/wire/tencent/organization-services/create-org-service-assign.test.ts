import { describe, expect, test } from 'vitest'
import { eventsOf, newMember, newOrganization } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  delegatedUins,
  delegatesOf,
  expectSameServices,
  mostDelegates,
  newMembers,
  refusesAllButManagers,
  setInUse,
} from '../../../kit/organization/services.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('CreateOrgServiceAssign', (engine) => {
  const world = sharedServer({ engine })
  describe('delegates', () => delegates(world))
  describe('refuses', () => refuses(world))
  refusesAllButManagers(world, (client, member) => client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: [member] }))
})

function delegates(world: SharedServer): void {
  test('the documented example: no answer but the request id; the member is delegated', async () => {
    const manager = await newOrganization(world.server)
    const { uin } = await newMember(world.server, manager.organization)
    // Source: CreateOrgServiceAssign example.
    expect(await manager.client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: [uin] })).toEqual({
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(await delegatedUins(manager, 'cloudaudit')).toEqual([uin])
    expect(await delegatedUins(manager, 'cam')).toEqual([])
  })

  test('by ServiceId, by Product, or by both; a uin that stands twice counts once', async () => {
    const manager = await newOrganization(world.server)
    const [first, second, third] = (await newMembers(world.server, manager.organization, 3)) as [number, number, number]
    await manager.client.CreateOrgServiceAssign({ Product: 'cloudaudit', MemberUins: [first] })
    await manager.client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: [second, second] })
    await manager.client.CreateOrgServiceAssign({ ServiceId: 1, Product: 'cloudaudit', MemberUins: [third] })
    expect(new Set(await delegatedUins(manager, 'cloudaudit'))).toEqual(new Set([first, second, third]))
  })

  test('a limited scope, each entry once; lists beside scope 1 mean nothing', async () => {
    const manager = await newOrganization(world.server)
    const [uin, managed, other] = (await newMembers(world.server, manager.organization, 3)) as [number, number, number]
    const { RootNodeId: node } = await manager.client.DescribeOrganization({})
    const scope = { ManagementScopeUins: [managed, managed], ManagementScopeNodeIds: [node as number] }
    await manager.client.CreateOrgServiceAssign({ Product: 'config', MemberUins: [uin], ManagementScope: 2, ...scope })
    await manager.client.CreateOrgServiceAssign({ Product: 'config', MemberUins: [other], ManagementScope: 1, ManagementScopeUins: [1] })
    const shown = await delegatesOf(manager, 'config')
    expect(shown.find(({ MemberUin }) => MemberUin === uin)).toMatchObject({
      ManagementScope: 2,
      ManagementScopeMembers: [{ MemberUin: managed, MemberName: expect.stringMatching(/./) }],
      ManagementScopeNodes: [{ NodeId: node, NodeName: 'Root' }],
    })
    expect(shown.find(({ MemberUin }) => MemberUin === other)).toMatchObject({ ManagementScope: 1, ManagementScopeMembers: [] })
  })

  test('scope 0 is none given: all members', async () => {
    const manager = await newOrganization(world.server)
    const { uin } = await newMember(world.server, manager.organization)
    // The vendor's Terraform provider says 0 where tencentcloud_organization_service_assign leaves management_scope out.
    await manager.client.CreateOrgServiceAssign({ ServiceId: 15, MemberUins: [uin], ManagementScope: 0 })
    expect(await delegatesOf(manager, 'config')).toMatchObject([{ MemberUin: uin, ManagementScope: 1, ManagementScopeMembers: [] }])
  })

  test('who is delegated already has the scope that is given now, keeps time and use, and counts once; nobody else has it', async () => {
    const manager = await newOrganization(world.server)
    const [uin, managed] = (await newMembers(world.server, manager.organization, 2)) as [number, number]
    const delegate = (scope: object) => manager.client.CreateOrgServiceAssign({ Product: 'config', MemberUins: [uin], ...scope })
    await manager.client.CreateOrgServiceAssign({ Product: 'tag', MemberUins: [uin] })
    await manager.client.CreateOrgServiceAssign({ Product: 'config', MemberUins: [managed] })
    const others = async () => [
      ...(await delegatesOf(manager, 'tag')),
      ...(await delegatesOf(manager, 'config')).filter(({ MemberUin }) => MemberUin !== uin),
    ]
    const untouched = await others()
    expect(untouched).toHaveLength(2)
    world.clock.pass(1000)
    await delegate({})
    const own = async () => (await delegatesOf(manager, 'config')).filter(({ MemberUin }) => MemberUin === uin)
    const [before] = await own()
    await setInUse(world.server, manager.organization, 'config', uin, true)
    world.clock.pass(5000)
    // Source: open question 26.
    await delegate({ ManagementScope: 2, ManagementScopeUins: [managed] })
    const limited = { ManagementScope: 2, ManagementScopeMembers: [{ MemberUin: managed, MemberName: expect.any(String) }] }
    expect(await own()).toEqual([{ ...before, UsageStatus: 1, ...limited }])
    expect(await others()).toEqual(untouched)
    await delegate({ ManagementScope: 1 })
    expect(await own()).toEqual([{ ...before, UsageStatus: 1 }])
  })

  test('one event row for each change, none for a call that changes nothing', async () => {
    const manager = await newOrganization(world.server)
    const [uin, managed] = (await newMembers(world.server, manager.organization, 2)) as [number, number]
    const part = { ManagementScope: 2, ManagementScopeUins: [managed, managed] }
    const calls = [{}, {}, part, part]
    for (const scope of calls) await manager.client.CreateOrgServiceAssign({ Product: 'config', MemberUins: [uin], ...scope })
    const all = { service: 'config', scope: { kind: 'all' }, inUse: false }
    const limited = { service: 'config', scope: { kind: 'part', uins: [managed], nodes: [] }, inUse: false }
    const tenant = `organization-${manager.organization}`
    expect((await eventsOf(world.server, String(uin))).filter(({ kind }) => kind.startsWith('service'))).toMatchObject([
      { tenant, kind: 'service_delegated', operation: 'CreateOrgServiceAssign', before: null, after: all },
      { tenant, kind: 'service_delegation_changed', before: all, after: limited },
    ])
  })
}

function refuses(world: SharedServer): void {
  const assigning = async () => {
    const manager = await newOrganization(world.server)
    const { uin } = await newMember(world.server, manager.organization)
    const refused = (ask: object, code: string, words: string | RegExp) =>
      expectSameServices(
        world.server,
        manager,
        () => manager.client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: [uin], ...ask }),
        code,
        words,
      )
    return { manager, uin, refused }
  }

  test('InvalidParameter: no service named; a list of none or of more than 20; a scope that is none or of elsewhere', async () => {
    const { manager, uin, refused } = await assigning()
    const unnamed = () => manager.client.CreateOrgServiceAssign({ MemberUins: [uin] })
    await expectSameServices(world.server, manager, unnamed, 'InvalidParameter', 'ServiceId or Product')
    for (const [wrong, words] of [
      [{ MemberUins: [] }, 'MemberUins'],
      [{ MemberUins: Array.from({ length: 21 }, (_, index) => 100_000_000_001 + index) }, 'MemberUins'],
      [{ MemberUins: [0] }, 'MemberUins'],
      [{ ServiceId: 0 }, 'ServiceId'],
      [{ Product: '' }, 'Product'],
      [{ ManagementScope: -1 }, 'ManagementScope'],
      [{ ManagementScope: 3 }, 'ManagementScope'],
      [{ ServiceId: 15, ManagementScope: 2 }, 'ManagementScopeUins or ManagementScopeNodeIds'],
      [{ ServiceId: 15, ManagementScope: 2, ManagementScopeUins: [], ManagementScopeNodeIds: [] }, 'ManagementScopeUins or'],
      // No code for departments is listed.
      [{ ServiceId: 15, ManagementScope: 2, ManagementScopeNodeIds: [1] }, 'No department 1'],
    ] as const) {
      await refused(wrong, 'InvalidParameter', words)
    }
    const { RootNodeId: elsewhere } = await (await newOrganization(world.server)).client.DescribeOrganization({})
    const scope = { ManagementScope: 2, ManagementScopeNodeIds: [elsewhere as number] }
    await refused({ ServiceId: 15, ...scope }, 'InvalidParameter', `No department ${elsewhere}`)
  })

  test('ResourceNotFound.OrganizationServiceNotExist: an id or name of none; two that do not agree', async () => {
    const { refused } = await assigning()
    const code = 'ResourceNotFound.OrganizationServiceNotExist'
    await refused({ ServiceId: 999 }, code, 'No organization service 999')
    await refused({ ServiceId: undefined, Product: 'nothing' }, code, 'No organization service nothing')
    await refused({ ServiceId: 1, Product: 'config' }, code, 'No organization service 1 config')
  })

  test('ResourceNotFound.OrganizationMemberNotExist: one of many that is no member, to be delegated or managed; all or nothing', async () => {
    const { uin, refused } = await assigning()
    const elsewhere = await newOrganization(world.server)
    const stranger = (await newMember(world.server, elsewhere.organization)).uin
    const code = 'ResourceNotFound.OrganizationMemberNotExist'
    await refused({ MemberUins: [uin, stranger] }, code, `Account ${stranger}`)
    await refused({ ServiceId: 15, ManagementScope: 2, ManagementScopeUins: [uin, stranger] }, code, `Account ${stranger}`)
  })

  test('UnsupportedOperation: a service that is not delegable, one without scope, the manager itself', async () => {
    const { manager, uin, refused } = await assigning()
    await refused({ ServiceId: 5 }, 'UnsupportedOperation', 'finance is administered by the manager')
    await refused({ ManagementScope: 2, ManagementScopeUins: [uin] }, 'UnsupportedOperation', "cloudaudit can't be limited")
    await refused({ MemberUins: [uin, manager.uin] }, 'UnsupportedOperation', `Account ${manager.uin} is the manager`)
  })

  test('LimitExceeded.CreateOrgServiceAssignOverLimit: one more than CanAssignCount, all or nothing; who is there already does not count', async () => {
    const { manager, uin, refused } = await assigning()
    const others = await newMembers(world.server, manager.organization, mostDelegates)
    const code = 'LimitExceeded.CreateOrgServiceAssignOverLimit'
    await refused({ MemberUins: [uin, ...others] }, code, `at most ${mostDelegates}`)
    await manager.client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: others })
    await refused({ MemberUins: [uin] }, code, 'DeleteOrgServiceAssign makes room')
    await manager.client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: others })
    await manager.client.DeleteOrgServiceAssign({ ServiceId: 1, MemberUin: others[0] as number })
    await manager.client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: [uin] })
    expect(await delegatedUins(manager, 'cloudaudit')).toHaveLength(mostDelegates)
  })
}
