import { describe, expect, test } from 'vitest'
import { eventsOf, newAccount, newMember } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  addNode,
  expectSameTree,
  newTree,
  olderClient,
  refusesOutsiders,
  type TestTree,
  treeOf,
} from '../../../kit/organization/departments.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('MoveOrganizationMembersToNode (2018-12-25)', (engine) => {
  const world = sharedServer({ engine })

  test('the documented example', async () => {
    const place = await newTree(world.server)
    const NodeId = await addNode(place)
    const { uin } = await newMember(world.server, place.organization)
    const answer = await move(place, NodeId, uin)
    // Source: MoveOrganizationMembersToNode example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect((await treeOf(place)).members).toEqual({ [place.root]: 1, [NodeId]: 1 })
    const moved = { kind: 'member_moved', requestId: answer.RequestId, before: { node: place.root }, after: { node: NodeId } }
    expect((await eventsOf(world.server, String(uin))).at(-1)).toMatchObject(moved)
  })

  describe('refuses', () => refuses(world))
  refusesOutsiders(world, (account, { root, uin }) =>
    olderClient(world.server, account).MoveOrganizationMembersToNode({ NodeId: root, Uins: [uin] }),
  )
})

const move = ({ older }: TestTree, NodeId: number, ...Uins: number[]) => older.MoveOrganizationMembersToNode({ NodeId, Uins })

function refuses(world: SharedServer): void {
  test('FailedOperation.SomeUinsNotInOrganization: nobody moves', async () => {
    const place = await newTree(world.server)
    const NodeId = await addNode(place)
    const { uin: alone } = await newAccount(world.server)
    const call = () => move(place, NodeId, place.uin, alone)
    await expectSameTree(world.server, place, call, 'FailedOperation.SomeUinsNotInOrganization', `organization: ${alone}. Nothing`)
  })

  test('ResourceNotFound.NodeNotExist: unknown, or of another organization', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    for (const node of [1, other.root]) {
      await expectSameTree(world.server, place, () => move(place, node, place.uin), 'ResourceNotFound.NodeNotExist', String(node))
    }
  })

  test('InvalidParameterValue: no accounts, or one that can be none', async () => {
    const place = await newTree(world.server)
    await expectSameTree(world.server, place, () => move(place, place.root), 'InvalidParameterValue', '`Uins`')
    await expectSameTree(world.server, place, () => move(place, place.root, 0), 'InvalidParameterValue', 'Uins.0')
  })
}
