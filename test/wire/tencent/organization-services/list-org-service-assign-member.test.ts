import { expect, test } from 'vitest'
import { newMember, newOrganization, placeMember, unique } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { delegatesOf, newMembers, refusesAllButManagers, setInUse } from '../../../kit/organization/services.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('ListOrgServiceAssignMember', (engine) => {
  const world = sharedServer({ engine })
  lists(world)
  refuses(world)
  refusesAllButManagers(world, (client) => client.ListOrgServiceAssignMember({ Offset: 0, Limit: 10, ServiceId: 1 }))
})

function lists(world: SharedServer): void {
  test('the documented example', async () => {
    const manager = await newOrganization(world.server)
    const { uin } = await newMember(world.server, manager.organization, { name: 'mamber_name' })
    await manager.client.CreateOrgServiceAssign({ ServiceId: 1, MemberUins: [uin] })
    // Source: ListOrgServiceAssignMember example, but for UsageStatus: 0 for a service without one, as its description says.
    expect(await manager.client.ListOrgServiceAssignMember({ Limit: 10, Offset: 0, ServiceId: 1 })).toEqual({
      Items: [
        {
          ServiceId: 1,
          ProductName: 'CloudAudit',
          MemberUin: uin,
          MemberName: 'mamber_name',
          UsageStatus: 0,
          CreateTime: chinaTime(world.clock.now()),
          ManagementScope: 1,
          ManagementScopeMembers: [],
          ManagementScopeNodes: [],
        },
      ],
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      Total: 1,
    })
  })

  test('UsageStatus of a service that tells: 2 until it is used, then 1', async () => {
    const manager = await newOrganization(world.server)
    const { uin } = await newMember(world.server, manager.organization)
    await manager.client.CreateOrgServiceAssign({ Product: 'cic', MemberUins: [uin] })
    const status = async () => (await delegatesOf(manager, 'cic')).map(({ UsageStatus }) => UsageStatus)
    expect(await status()).toEqual([2])
    await setInUse(world.server, manager.organization, 'cic', uin, true)
    expect(await status()).toEqual([1])
  })

  test('a managed member that leaves is not in the scope any more, nor when it comes back, until it is named again', async () => {
    const manager = await newOrganization(world.server)
    const [uin, stays, leaves] = (await newMembers(world.server, manager.organization, 3)) as [number, number, number]
    const { RootNodeId } = await manager.client.DescribeOrganization({})
    const { NodeId } = await manager.client.AddOrganizationNode({ ParentNodeId: RootNodeId as number, Name: unique('dept') })
    const scope = { ManagementScope: 2, ManagementScopeUins: [leaves, stays], ManagementScopeNodeIds: [NodeId as number] }
    const delegate = () => manager.client.CreateOrgServiceAssign({ Product: 'config', MemberUins: [uin], ...scope })
    const inScope = async () => {
      const [one] = await delegatesOf(manager, 'config')
      return [one?.ManagementScopeMembers?.map(({ MemberUin }) => MemberUin), one?.ManagementScopeNodes?.map((node) => node.NodeId)]
    }
    const both = [stays, leaves].sort((a, b) => a - b)
    await delegate()
    expect(await inScope()).toEqual([both, [NodeId]])
    await manager.client.DeleteOrganizationMembers({ MemberUin: [leaves] })
    expect(await inScope()).toEqual([[stays], [NodeId]])
    world.clock.pass(1000)
    await placeMember(world.server, manager.organization, leaves)
    expect(await inScope()).toEqual([[stays], [NodeId]])
    await delegate()
    expect(await inScope()).toEqual([both, [NodeId]])
    await manager.client.DeleteOrganizationNodes({ NodeId: [NodeId as number] })
    expect(await inScope()).toEqual([both, []])
  })

  test('pages hold every delegate once, the first delegated first; each organization has its own', async () => {
    const manager = await newOrganization(world.server)
    const other = await newOrganization(world.server)
    const uins = await newMembers(world.server, manager.organization, 5)
    for (const uin of uins) {
      await manager.client.CreateOrgServiceAssign({ Product: 'tag', MemberUins: [uin] })
      world.clock.pass(1000)
    }
    const page = async (Offset: number, Limit: number) => {
      const { Items = [], Total } = await manager.client.ListOrgServiceAssignMember({ Offset, Limit, Product: 'tag' })
      return [Total, ...Items.map(({ MemberUin }) => MemberUin)]
    }
    expect(await page(0, 2)).toEqual([5, ...uins.slice(0, 2)])
    expect(await page(2, 2)).toEqual([5, ...uins.slice(2, 4)])
    expect(await page(4, 2)).toEqual([5, uins[4]])
    expect(await page(3, 50)).toEqual([5, ...uins.slice(3)])
    expect(await page(5, 1)).toEqual([5])
    expect(await delegatesOf(other, 'tag')).toEqual([])
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter: no service named, or one that is none; a page outside 1 to 50, a negative offset', async () => {
    const { client } = await newOrganization(world.server)
    for (const [wrong, words] of [
      [{ ServiceId: undefined }, 'ServiceId or Product'],
      [{ ServiceId: 999 }, 'No organization service 999'],
      [{ Product: 'nothing' }, 'No organization service 1 nothing'],
      [{ Limit: 0 }, 'Limit'],
      [{ Limit: 51 }, 'Limit'],
      [{ Offset: -1 }, 'Offset'],
    ] as const) {
      const call = client.ListOrgServiceAssignMember({ Offset: 0, Limit: 10, ServiceId: 1, ...wrong })
      await expectRefusal(call, 'InvalidParameter', words)
    }
  })
}
