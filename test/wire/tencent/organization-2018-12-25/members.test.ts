import { describe, expect, test } from 'vitest'
import { eventsOf, newMember, unique } from '../../../kit/directory.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { addNode, newTree, olderClient, refusesOutsiders } from '../../../kit/organization/departments.ts'
import { create, expectSameMembers, memberOf, newCreated } from '../../../kit/organization/members.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

describe('members in 2018-12-25', () => {
  const world = sharedServer()
  describe('ListOrganizationMembers and ListOrganizationNodeMembers', () => lists(world))
  describe('GetOrganizationMember', () => shows(world))
  describe('UpdateOrganizationMember', () => changes(world))
})

function lists(world: SharedServer): void {
  test('the documented examples: the members of the organization, and those of one department', async () => {
    const place = await newTree(world.server)
    const founded = chinaTime(world.clock.now())
    world.clock.pass(2000)
    const node = await addNode(place)
    const name = unique('member')
    const uin = await newCreated(place, { Name: name, Remark: 'invitation member', NodeId: node })
    const JoinTime = chinaTime(world.clock.now())
    const { RequestId, ...answer } = await place.older.ListOrganizationMembers({ Offset: 0, Limit: 10 })
    expect(RequestId).toMatch(/^[0-9a-f-]{36}$/)
    const member = { Uin: uin, Name: name, Remark: 'invitation member', JoinTime }
    // Source: ListOrganizationMembers and ListOrganizationNodeMembers examples; open question 9 for the manager.
    expect(answer).toEqual({
      TotalCount: 2,
      Members: [{ Uin: place.uin, Name: expect.any(String), Remark: '', JoinTime: founded }, member],
    })
    expect(await place.older.ListOrganizationNodeMembers({ NodeId: node, Offset: 0, Limit: 10 })).toMatchObject({
      TotalCount: 1,
      Members: [member],
    })
    expect(await place.older.ListOrganizationMembers({ Offset: 1, Limit: 1 })).toMatchObject({ TotalCount: 2, Members: [member] })
  })

  test('ten at a time when nothing is said', async () => {
    const place = await newTree(world.server)
    for (let count = 0; count < 10; count++) await newCreated(place)
    const { TotalCount, Members } = await place.older.ListOrganizationMembers({})
    expect([TotalCount, Members?.length]).toEqual([11, 10])
    const inRoot = await place.older.ListOrganizationNodeMembers({ NodeId: place.root })
    expect([inRoot.TotalCount, inRoot.Members?.length]).toEqual([11, 10])
  })

  describe('refuse', () => {
    refusesOutsiders(world, (account) => olderClient(world.server, account).ListOrganizationMembers({}))
    refusesOutsiders(world, (account, { root }) => olderClient(world.server, account).ListOrganizationNodeMembers({ NodeId: root }))

    test('ResourceNotFound.NodeNotExist: no department here', async () => {
      const [place, other] = [await newTree(world.server), await newTree(world.server)]
      for (const NodeId of [1, other.root]) {
        const call = () => place.older.ListOrganizationNodeMembers({ NodeId })
        await expectSameMembers(world.server, place, call, 'ResourceNotFound.NodeNotExist', String(NodeId))
      }
    })

    test('InvalidParameter: a page as it can not be', async () => {
      const place = await newTree(world.server)
      for (const wrong of [{ Limit: 0 }, { Limit: 51 }, { Offset: -1 }]) {
        const call = () => place.older.ListOrganizationMembers(wrong)
        await expectSameMembers(world.server, place, call, 'InvalidParameter', `\`${Object.keys(wrong)[0]}\``)
      }
    })
  })
}

function shows(world: SharedServer): void {
  test('the documented example: with its department and the one above', async () => {
    const place = await newTree(world.server)
    const Name = unique('dept')
    const node = await addNode(place, { Name })
    const name = unique('member')
    const uin = await newCreated(place, { Name: name, Remark: 'create member', NodeId: node })
    const { RequestId, ...answer } = await place.older.GetOrganizationMember({ MemberUin: uin })
    expect(RequestId).toMatch(/^[0-9a-f-]{36}$/)
    // Source: GetOrganizationMember example.
    expect(answer).toEqual({
      Uin: uin,
      Name: name,
      Remark: 'create member',
      JoinTime: chinaTime(world.clock.now()),
      NodeId: node,
      NodeName: Name,
      ParentNodeId: place.root,
    })
  })

  describe('refuses', () => {
    refusesOutsiders(world, (account, { uin }) => olderClient(world.server, account).GetOrganizationMember({ MemberUin: uin }))

    test('ResourceNotFound.MemberNotExist: nobody here', async () => {
      const [place, other] = [await newTree(world.server), await newTree(world.server)]
      for (const MemberUin of [5, other.uin]) {
        const call = () => place.older.GetOrganizationMember({ MemberUin })
        await expectSameMembers(world.server, place, call, 'ResourceNotFound.MemberNotExist', String(MemberUin))
      }
    })
  })
}

function changes(world: SharedServer): void {
  test('the documented example: name and remark, seen through both versions', async () => {
    const place = await newTree(world.server)
    const { uin } = await newMember(world.server, place.organization)
    const Name = unique('member')
    const { RequestId } = await place.older.UpdateOrganizationMember({ MemberUin: uin, Name, Remark: 'create member' })
    // Source: UpdateOrganizationMember example.
    expect(await place.older.GetOrganizationMember({ MemberUin: uin })).toMatchObject({ Name, Remark: 'create member' })
    expect(await memberOf(place, uin)).toMatchObject({ Name, Remark: 'create member', IsAllowQuit: 'Allow' })
    expect((await eventsOf(world.server, String(uin))).at(-1)).toMatchObject({
      kind: 'member_changed',
      requestId: RequestId,
      after: { name: Name },
    })
  })

  describe('refuses', () => {
    refusesOutsiders(world, (account, { uin }) =>
      olderClient(world.server, account).UpdateOrganizationMember({ MemberUin: uin, Remark: 'x' }),
    )

    test('FailedOperation.MemberNameUsed: the name of another member', async () => {
      const place = await newTree(world.server)
      const Name = unique('taken')
      await create(place, { Name })
      const call = () => place.older.UpdateOrganizationMember({ MemberUin: place.uin, Name })
      await expectSameMembers(world.server, place, call, 'FailedOperation.MemberNameUsed', Name)
    })

    test('ResourceNotFound.MemberNotExist: nobody here', async () => {
      const place = await newTree(world.server)
      const call = () => place.older.UpdateOrganizationMember({ MemberUin: 5, Remark: 'x' })
      await expectSameMembers(world.server, place, call, 'ResourceNotFound.MemberNotExist', 'Account 5')
    })

    test('InvalidParameter: a name or remark as it can not be', async () => {
      const place = await newTree(world.server)
      for (const wrong of [{ Name: 'a b' }, { Remark: 'r'.repeat(41) }]) {
        const call = () => place.older.UpdateOrganizationMember({ MemberUin: place.uin, ...wrong })
        await expectSameMembers(world.server, place, call, 'InvalidParameter', `\`${Object.keys(wrong)[0]}\``)
      }
    })
  })
}
