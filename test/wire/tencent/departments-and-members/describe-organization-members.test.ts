import { describe, expect, test } from 'vitest'
import { admin } from '../../../kit/admin.ts'
import { sdkClient } from '../../../kit/clients.ts'
import { newMember, unique } from '../../../kit/directory.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { addNode, newTree, refusesOutsiders } from '../../../kit/organization/departments.ts'
import {
  create,
  expectSameMembers,
  membersOf,
  newCreated,
  newPair,
  type ShownMember,
  setAccount,
  type TestTree,
} from '../../../kit/organization/members.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

const uins = (members: readonly ShownMember[]) => members.map(({ MemberUin }) => MemberUin as number)

/** Who is found, whatever the order: members of one moment have none that a test knows. */
const found = (members: readonly ShownMember[]) => new Set(uins(members))

describe('DescribeOrganizationMembers', () => {
  const world = sharedServer()
  lists(world)
  finds(world)
  showsDelegates(world)
  describe('refuses', () => {
    refusesOutsiders(world, ({ client }) => client.DescribeOrganizationMembers({ Offset: 0, Limit: 10 }))
    refuses(world)
  })
})

function lists(world: SharedServer): void {
  test('the documented example: a member that joined, and before it the manager', async () => {
    const place = await newTree(world.server)
    const founded = chinaTime(world.clock.now())
    world.clock.pass(3000)
    const { uin } = await newMember(world.server, place.organization, { name: 'member_name' })
    const joined = chinaTime(world.clock.now())
    const { RequestId, ...answer } = await place.client.DescribeOrganizationMembers({ Lang: 'zh', Limit: 10, Offset: 0 })
    expect(RequestId).toMatch(/^[0-9a-f-]{36}$/)
    // Source: DescribeOrganizationMembers example; open question 9 for the manager, 22 for the names.
    const common = {
      MemberType: 'Invite',
      NodeId: place.root,
      NodeName: 'Root',
      OrgPermission: [
        { Id: 1, Name: '查看账单' },
        { Id: 2, Name: '查看余额' },
      ],
      OrgPolicyName: '财务管理',
      OrgPolicyType: 'Financial',
      Remark: '',
      PayUin: '',
      PayName: '',
      OrgIdentity: [],
      BindStatus: 'Unbound',
      PermissionStatus: 'Confirmed',
      Tags: [],
    }
    const manager = { CreateTime: founded, UpdateTime: founded, MemberUin: place.uin, IsAllowQuit: 'Denied' }
    const member = {
      CreateTime: joined,
      UpdateTime: joined,
      MemberUin: uin,
      Name: 'member_name',
      NickName: 'member_name',
      IsAllowQuit: 'Allow',
    }
    const { Name, NickName } = answer.Items?.[0] ?? {}
    expect(answer).toEqual({
      Total: 2,
      Items: [
        { ...common, ...manager, Name, NickName },
        { ...common, ...member },
      ],
    })
  })

  test('names of permissions in the language that is asked for: Lang first, then the one of the request', async () => {
    const place = await newTree(world.server)
    const chinese = sdkClient(place.key, { endpoint: `127.0.0.1:${world.server.port}`, language: 'zh-CN' })
    const first = async (client: TestTree['client'], Lang?: string) => {
      const [member] = await membersOf({ client }, Lang ? { Lang } : {})
      return [member?.OrgPolicyName, member?.OrgPermission?.[1]?.Name]
    }
    const [zh, en] = [
      ['财务管理', '查看余额'],
      ['Financial management', 'viewBalance'],
    ]
    expect([await first(place.client), await first(place.client, 'zh'), await first(chinese), await first(chinese, 'en')]).toEqual([
      en,
      zh,
      zh,
      en,
    ])
  })

  test('pages by how long members are in: each once, whatever the page size; beyond the end there are none', async () => {
    const place = await newTree(world.server)
    const expected = [place.uin]
    for (let count = 0; count < 6; count++) {
      world.clock.pass(1000)
      expected.push(await newCreated(place))
    }
    for (const Limit of [1, 2, 3, 7, 50]) {
      const walked: number[] = []
      for (let Offset = 0; Offset < 7; Offset += Limit) {
        const { Items = [], Total } = await place.client.DescribeOrganizationMembers({ Offset, Limit })
        expect([Total, Items.length]).toEqual([7, Math.min(Limit, 7 - Offset)])
        walked.push(...uins(Items))
      }
      expect(walked).toEqual(expected)
    }
    expect(await place.client.DescribeOrganizationMembers({ Offset: 7, Limit: 10 })).toMatchObject({ Total: 7, Items: [] })
    // Source: open question 4: an offset need not be a multiple of the limit.
    expect(uins((await place.client.DescribeOrganizationMembers({ Offset: 3, Limit: 2 })).Items ?? [])).toEqual(expected.slice(3, 5))
  })
}

function finds(world: SharedServer): void {
  test('SearchKey: a part of the name, whatever the case, or the whole Uin', async () => {
    const place = await newTree(world.server)
    const tag = unique('x').slice(-6)
    const [first, second] = [await newCreated(place, { Name: `Ab-${tag}` }), await newCreated(place, { Name: `财务_${tag}` })]
    const search = async (SearchKey: string) => found(await membersOf(place, { SearchKey }))
    expect(await search(tag)).toEqual(new Set([first, second]))
    expect(await search(`AB-${tag.toUpperCase()}`)).toEqual(new Set([first]))
    expect(await search('财务')).toEqual(new Set([second]))
    expect(await search('_')).toEqual(new Set([second]))
    expect(await search('%')).toEqual(new Set())
    expect(await search(String(second))).toEqual(new Set([second]))
    expect(await search(String(second).slice(1))).toEqual(new Set())
    expect((await search('')).size).toBe(3)
  })

  test('AuthName: a part of the verified name', async () => {
    const { place, member, company } = await newPair(world.server)
    const other = await newMember(world.server, place.organization, { entity: '其他公司' })
    expect(found(await membersOf(place, { AuthName: company.slice(2) }))).toEqual(new Set([place.uin, member.uin]))
    expect(found(await membersOf(place, { AuthName: '其他' }))).toEqual(new Set([other.uin]))
  })

  test('NodeId and NodeName: the members of that department itself', async () => {
    const place = await newTree(world.server)
    const Name = unique('dept')
    const node = await addNode(place, { Name })
    const below = await addNode(place, { ParentNodeId: node })
    const inside = [await newCreated(place, { NodeId: node })]
    world.clock.pass(1000)
    inside.push(await newCreated(place, { NodeId: node }))
    await newCreated(place, { NodeId: below })
    expect(uins(await membersOf(place, { NodeId: node }))).toEqual(inside)
    expect(uins(await membersOf(place, { NodeName: Name }))).toEqual(inside)
    expect(uins(await membersOf(place, { NodeId: place.root }))).toEqual([place.uin])
    expect(await membersOf(place, { NodeName: 'no such' })).toEqual([])
    expect(await membersOf(place, { NodeId: node, NodeName: 'Root' })).toEqual([])
    expect(await place.client.DescribeOrganizationMembers({ Offset: 1, Limit: 1, NodeId: node })).toMatchObject({
      Total: 2,
      Items: [{ MemberUin: inside[1] }],
    })
  })

  test('Tags: every key, with one of its values; an empty value stands for any', async () => {
    const place = await newTree(world.server)
    const tag = (TagKey: string, TagValue = '') => ({ TagKey, TagValue })
    const both = await newCreated(place, { Tags: [tag('team', 'a'), tag('env', 'prod')] })
    const one = await newCreated(place, { Tags: [tag('team', 'ab')] })
    const empty = await newCreated(place, { Tags: [tag('team')] })
    const tagged = async (...Tags: ReturnType<typeof tag>[]) => found(await membersOf(place, { Tags }))
    expect(await tagged(tag('team'))).toEqual(new Set([both, one, empty]))
    // Source: example of Tags, a key without a value; the SDK's type has one.
    expect(await tagged({ TagKey: 'env' } as ReturnType<typeof tag>)).toEqual(new Set([both]))
    expect(await tagged(tag('team', 'a'))).toEqual(new Set([both]))
    expect(await tagged(tag('team', 'a'), tag('team', 'ab'))).toEqual(new Set([both, one]))
    expect(await tagged(tag('team'), tag('env', 'prod'))).toEqual(new Set([both]))
    expect(await tagged(tag('team', 'ab'), tag('env', 'prod'))).toEqual(new Set())
    expect(await tagged(tag('tea'))).toEqual(new Set())
    expect(await tagged(tag('env","value":"prod'))).toEqual(new Set())
    expect((await tagged()).size).toBe(4)
  })

  test('all filters at once', async () => {
    const { place, company } = await newPair(world.server)
    const NodeId = await addNode(place, { Name: unique('dept') })
    const Tags = [{ TagKey: 'k', TagValue: 'v' }]
    const uin = await newCreated(place, { NodeId, Tags })
    await newCreated(place, { NodeId })
    const filter = { SearchKey: String(uin), AuthName: company, NodeId, Tags, Product: 'cam', Lang: 'en' }
    expect(uins(await membersOf(place, filter))).toEqual([uin])
    await setAccount(world.server, uin, { entity: 'Elsewhere' })
    expect(await membersOf(place, filter)).toEqual([])
  })

  test('BindStatus follows the security address', async () => {
    const place = await newTree(world.server)
    const uin = await newCreated(place)
    const status = async () => (await membersOf(place, { SearchKey: String(uin) }))[0]?.BindStatus
    expect(await status()).toBe('Unbound')
    const Email = `${unique('m')}@example.com`
    await place.client.AddOrganizationMemberEmail({ MemberUin: uin, Email, CountryCode: '86', Phone: '13800000000' })
    expect(await status()).toBe('Valid')
    for (const [outcome, shown] of [
      ['failed', 'Failed'],
      ['success', 'Success'],
    ] as const) {
      const other = await newCreated(place)
      await place.client.AddOrganizationMemberEmail({
        MemberUin: other,
        Email: `${unique('m')}@example.com`,
        CountryCode: '86',
        Phone: '13800000001',
      })
      await admin(world.server, 'POST', `/accounts/${other}/mail-binding`, { outcome, phone: outcome === 'success' })
      expect((await membersOf(place, { SearchKey: String(other) }))[0]?.BindStatus).toBe(shown)
    }
  })
}

function showsDelegates(world: SharedServer): void {
  test('the administrator of a service names it, and sees whom its scope holds', async () => {
    const place = await newTree(world.server)
    const delegate = await newMember(world.server, place.organization)
    const node = await addNode(place)
    const below = await addNode(place, { ParentNodeId: node })
    const alone = await newCreated(place)
    const inNode = await newCreated(place, { NodeId: node })
    const inBelow = await newCreated(place, { NodeId: below })
    await newCreated(place)
    const { Items = [] } = await place.client.ListOrganizationService({ Offset: 0, Limit: 50 })
    const tag = Items.find(({ Product }) => Product === 'tag')
    const assign = { ServiceId: tag?.ServiceId as number, MemberUins: [delegate.uin] }
    await place.client.CreateOrgServiceAssign({
      ...assign,
      ManagementScope: 2,
      ManagementScopeUins: [alone],
      ManagementScopeNodeIds: [node],
    })
    const seen = async () => found(await membersOf(delegate, { Product: 'tag' }))
    expect(await seen()).toEqual(new Set([alone, inNode, inBelow]))
    expect(uins(await membersOf(delegate, { Product: 'tag', NodeId: node }))).toEqual([inNode])
    await place.client.CreateOrgServiceAssign({ ...assign, ManagementScope: 1 })
    expect((await seen()).size).toBe(6)
    await expectSameMembers(
      world.server,
      place,
      () => delegate.client.DescribeOrganizationMembers({ Offset: 0, Limit: 10, Product: 'cam' }),
      'ResourceNotFound.OrganizationNotExist',
      'Only the manager',
    )
  })
}

function refuses(world: SharedServer): void {
  test('ResourceNotFound.OrganizationNodeNotExist: no department here', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    for (const NodeId of [0, 1, other.root]) {
      const call = () => place.client.DescribeOrganizationMembers({ Offset: 0, Limit: 10, NodeId })
      await expectSameMembers(world.server, place, call, 'ResourceNotFound.OrganizationNodeNotExist', String(NodeId))
    }
  })

  test('ResourceNotFound.OrganizationServiceNotExist: no such service', async () => {
    const place = await newTree(world.server)
    const call = () => place.client.DescribeOrganizationMembers({ Offset: 0, Limit: 10, Product: 'nothing' })
    await expectSameMembers(
      world.server,
      place,
      call,
      'ResourceNotFound.OrganizationServiceNotExist',
      /nothing\. ListOrganizationService lists them\.$/,
    )
  })

  test('InvalidParameter: page, language or tags as they can not be', async () => {
    const place = await newTree(world.server)
    await create(place)
    const Tags = Array.from({ length: 11 }, (_, index) => ({ TagKey: `k${index}`, TagValue: '' }))
    for (const wrong of [{ Limit: 0 }, { Limit: 51 }, { Offset: -1 }, { Lang: 'fr' }, { NodeId: -1 }, { Tags }]) {
      const call = () => place.client.DescribeOrganizationMembers({ Offset: 0, Limit: 10, ...wrong })
      await expectSameMembers(world.server, place, call, 'InvalidParameter', `\`${Object.keys(wrong)[0]}\``)
    }
    const { body } = await admin<{ managerUin: number }>(world.server, 'GET', `/organizations/${place.organization}`)
    expect(body.managerUin).toBe(place.uin)
  })
}
