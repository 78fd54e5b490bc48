import { describe, expect, test } from 'vitest'
import { eventsOf, newAccount, newMember } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  addNode,
  expectSameTree,
  memberIn,
  newTree,
  refusesOutsiders,
  type TestTree,
  treeOf,
} from '../../../kit/organization/departments.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('MoveOrganizationNodeMembers', (engine) => {
  const world = sharedServer({ engine })
  describe('moves', () => moves(world))
  describe('refuses', () => refuses(world))
  refusesOutsiders(world, ({ client }, { root, uin }) => client.MoveOrganizationNodeMembers({ NodeId: root, MemberUin: [uin] }))
})

const move = ({ client }: TestTree, NodeId: number, ...MemberUin: number[]) => client.MoveOrganizationNodeMembers({ NodeId, MemberUin })
const membersIn = async (place: TestTree) => (await treeOf(place)).members
const movesOf = async (world: SharedServer, uin: number) =>
  (await eventsOf(world.server, String(uin))).filter(({ kind }) => kind === 'member_moved')

function moves(world: SharedServer): void {
  test('the documented example, and an event with before and after', async () => {
    const place = await newTree(world.server)
    const NodeId = await addNode(place)
    const { uin } = await newMember(world.server, place.organization)
    const answer = await move(place, NodeId, uin)
    // Source: MoveOrganizationNodeMembers example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await membersIn(place)).toEqual({ [place.root]: 1, [NodeId]: 1 })
    expect(await movesOf(world, uin)).toMatchObject([
      { operation: 'MoveOrganizationNodeMembers', requestId: answer.RequestId, before: { node: place.root }, after: { node: NodeId } },
    ])
  })

  test('several from different departments, the manager among them; one that is there already is not recorded', async () => {
    const place = await newTree(world.server)
    const [from, to] = [await addNode(place), await addNode(place)]
    const [near, there] = [await memberIn(world.server, place, from), await memberIn(world.server, place, to)]
    await move(place, to, place.uin, near, there, near)
    expect(await membersIn(place)).toEqual({ [place.root]: 0, [from]: 0, [to]: 3 })
    const recorded = [await movesOf(world, place.uin), await movesOf(world, near), await movesOf(world, there)]
    expect(recorded.map((events) => events.map(({ after }) => after?.node))).toEqual([[to], [from, to], [to]])
  })
}

function refuses(world: SharedServer): void {
  test('FailedOperation.SomeUinsNotInOrganization: nobody moves', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const NodeId = await addNode(place)
    const { uin } = await newMember(world.server, place.organization)
    const { uin: alone } = await newAccount(world.server)
    const code = 'FailedOperation.SomeUinsNotInOrganization'
    for (const stranger of [alone, other.uin, 1]) {
      await expectSameTree(world.server, place, () => move(place, NodeId, uin, stranger), code, `organization: ${stranger}. Nothing`)
    }
    const many = Array.from({ length: 1000 }, (_, index) => index + 1)
    await expectSameTree(world.server, place, () => move(place, NodeId, ...many), code, /: 1, 2, .{0,100} … \(1000\)/)
  })

  test('ResourceNotFound.OrganizationNodeNotExist: a department that nobody has', async () => {
    const place = await newTree(world.server)
    const gone = await addNode(place)
    await place.client.DeleteOrganizationNodes({ NodeId: [gone] })
    const code = 'ResourceNotFound.OrganizationNodeNotExist'
    for (const node of [1, gone]) {
      await expectSameTree(world.server, place, () => move(place, node, place.uin), code, `No department ${node}`)
    }
  })

  test('FailedOperation.OrganizationNodeNotExist: a department of another organization', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const code = 'FailedOperation.OrganizationNodeNotExist'
    await expectSameTree(world.server, place, () => move(place, other.root, place.uin), code, `${other.root} belongs to another`)
  })

  test('InvalidParameter: no accounts, or one that can be none', async () => {
    const place = await newTree(world.server)
    for (const [list, words] of [[[], '`MemberUin`'] as const, [[0], 'MemberUin.0'] as const, [[-5], 'MemberUin.0'] as const]) {
      await expectSameTree(world.server, place, () => move(place, place.root, ...list), 'InvalidParameter', words)
    }
    await expectSameTree(world.server, place, () => move(place, 0, place.uin), 'InvalidParameter', '`NodeId`')
  })
}
