import { describe, expect, test } from 'vitest'
import { eventsOf, newAccount } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  addNode,
  expectSameTree,
  memberIn,
  newTree,
  olderClient,
  refusesOutsiders,
  type TestTree,
  treeOf,
} from '../../../kit/organization/departments.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('DeleteOrganizationMemberFromNode (2018-12-25)', (engine) => {
  const world = sharedServer({ engine })

  test('the documented example: the member is back in the root', async () => {
    const place = await newTree(world.server)
    const node = await addNode(place)
    const uin = await memberIn(world.server, place, node)
    const answer = await takeOut(place, uin, node)
    // Source: DeleteOrganizationMemberFromNode example, nothing but a RequestId; semantics of the older version, back to the root.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect((await treeOf(place)).members).toEqual({ [place.root]: 2, [node]: 0 })
    const moved = { kind: 'member_moved', requestId: answer.RequestId, before: { node }, after: { node: place.root } }
    expect((await eventsOf(world.server, String(uin))).at(-1)).toMatchObject(moved)
  })

  describe('refuses', () => refuses(world))
  refusesOutsiders(world, (account, { root, uin }) =>
    olderClient(world.server, account).DeleteOrganizationMemberFromNode({ NodeId: root, MemberUin: uin }),
  )
})

const takeOut = ({ older }: TestTree, MemberUin: number, NodeId: number) => older.DeleteOrganizationMemberFromNode({ MemberUin, NodeId })

function refuses(world: SharedServer): void {
  test('FailedOperation.DisableDeleteMemberFromRootNode', async () => {
    const place = await newTree(world.server)
    const uin = await memberIn(world.server, place, place.root)
    const call = () => takeOut(place, uin, place.root)
    const code = 'FailedOperation.DisableDeleteMemberFromRootNode'
    await expectSameTree(world.server, place, call, code, `Account ${uin} can't be taken out of the root`)
  })

  test('ResourceNotFound.NodeNotExist: unknown, or of another organization', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    for (const node of [1, other.root]) {
      await expectSameTree(world.server, place, () => takeOut(place, place.uin, node), 'ResourceNotFound.NodeNotExist', String(node))
    }
  })

  test('InvalidParameter: an account that is no member, or lies elsewhere', async () => {
    const place = await newTree(world.server)
    const [node, other] = [await addNode(place), await addNode(place)]
    const { uin: alone } = await newAccount(world.server)
    const uin = await memberIn(world.server, place, other)
    await expectSameTree(world.server, place, () => takeOut(place, alone, node), 'InvalidParameter', `Account ${alone} is no member`)
    await expectSameTree(world.server, place, () => takeOut(place, uin, node), 'InvalidParameter', `department ${node} but in ${other}`)
  })

  test('InvalidParameterValue: numbers that can be none', async () => {
    const place = await newTree(world.server)
    await expectSameTree(world.server, place, () => takeOut(place, 0, place.root), 'InvalidParameterValue', '`MemberUin`')
    await expectSameTree(world.server, place, () => takeOut(place, place.uin, 0), 'InvalidParameterValue', '`NodeId`')
  })
}
