import { describe, expect, test } from 'vitest'
import { services } from '../../../../src/directory/services/services.ts'
import { newOrganization } from '../../../kit/directory.ts'
import { newMembers, refusesAllButManagers } from '../../../kit/organization/services.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

describe('ListOrganizationService', () => {
  const world = sharedServer()
  const products = async (ask: object) => {
    const { client } = await newOrganization(world.server)
    const { Items = [], Total } = await client.ListOrganizationService({ Offset: 0, Limit: 50, ...ask })
    return [Total, ...Items.map(({ Product }) => Product)]
  }

  test('the documented example', async () => {
    const { client } = await newOrganization(world.server)
    // Source: ListOrganizationService example, but for the links.
    expect(await client.ListOrganizationService({ Limit: 10, Offset: 0, SearchKey: 'cloudaudit' })).toEqual({
      Items: [
        {
          ServiceId: 1,
          ProductName: 'CloudAudit',
          IsAssign: 1,
          CanAssignCount: 5,
          Description: 'cloud audit service',
          MemberNum: '0',
          Document: expect.stringMatching(/^https:\/\/cloud\.tencent\.com\/document\/product\/\d+$/),
          ConsoleUrl: expect.stringMatching(/^https:\/\/console\.cloud\.tencent\.com/),
          IsUsageStatus: 2,
          Product: 'cloudaudit',
          ServiceGrant: 2,
          GrantStatus: 'Disabled',
          IsSetManagementScope: 2,
        },
      ],
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      Total: 1,
    })
  })

  test('every kind of service is there: one that is not delegable, one with a scope, one that tells its use', async () => {
    const { client } = await newOrganization(world.server)
    const { Items = [], Total } = await client.ListOrganizationService({ Offset: 0, Limit: 50 })
    expect(Total).toBe(services.length)
    expect(new Set(Items.map(({ ServiceId }) => ServiceId)).size).toBe(services.length)
    expect(Items.find(({ Product }) => Product === 'finance')).toMatchObject({ IsAssign: 2, CanAssignCount: 0 })
    // Source: semantics of services, an id 15 takes a management scope.
    expect(Items.find(({ ServiceId }) => ServiceId === 15)).toMatchObject({ IsSetManagementScope: 1, IsUsageStatus: 1, IsAssign: 1 })
    for (const { Description, Document, ConsoleUrl } of Items) expect([Description, Document, ConsoleUrl]).not.toContain('')
  })

  test('SearchKey is a part of either name, whatever the letter case', async () => {
    expect(await products({ SearchKey: 'CLOUDA' })).toEqual([1, 'cloudaudit'])
    expect(await products({ SearchKey: 'identity' })).toEqual([1, 'cic'])
    expect(await products({ SearchKey: 'c' })).toEqual([5, 'cloudaudit', 'cam', 'cic', 'finance', 'config'])
    expect(await products({ SearchKey: '%' })).toEqual([0])
    expect(await products({ SearchKey: '' })).toEqual([6, ...services.map(({ product }) => product)])
  })

  test('pages count rows; Total is that of the search', async () => {
    const all = services.map(({ product }) => product)
    expect(await products({ Limit: 4 })).toEqual([6, ...all.slice(0, 4)])
    expect(await products({ Limit: 4, Offset: 4 })).toEqual([6, ...all.slice(4)])
    // Source: open question 4, an offset that is no multiple.
    expect(await products({ Limit: 2, Offset: 3 })).toEqual([6, ...all.slice(3, 5)])
    expect(await products({ Offset: 6 })).toEqual([6])
  })

  test('MemberNum counts the delegated administrators of the organization, as a text', async () => {
    const manager = await newOrganization(world.server)
    const other = await newOrganization(world.server)
    const MemberUins = await newMembers(world.server, manager.organization, 2)
    await manager.client.CreateOrgServiceAssign({ Product: 'cloudaudit', MemberUins })
    const numbers = async ({ client }: typeof other) =>
      (await client.ListOrganizationService({ Offset: 0, Limit: 2 })).Items?.map(({ MemberNum }) => MemberNum)
    expect(await numbers(manager)).toEqual(['2', '0'])
    expect(await numbers(other)).toEqual(['0', '0'])
  })

  test('InvalidParameter: a page outside 1 to 50, a negative offset, a long SearchKey', async () => {
    const { client } = await newOrganization(world.server)
    const page = { Offset: 0, Limit: 10 }
    for (const [wrong, name] of [
      [{ Limit: 0 }, 'Limit'],
      [{ Limit: 51 }, 'Limit'],
      [{ Offset: -1 }, 'Offset'],
      [{ SearchKey: 'x'.repeat(65) }, 'SearchKey'],
    ] as const) {
      await expectRefusal(client.ListOrganizationService({ ...page, ...wrong }), 'InvalidParameter', name)
    }
  })

  refusesAllButManagers(world, (client) => client.ListOrganizationService({ Offset: 0, Limit: 10 }))
})
