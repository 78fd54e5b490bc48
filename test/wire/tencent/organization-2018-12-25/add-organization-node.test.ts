import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  addChain,
  addNode,
  adjust,
  expectSameTree,
  newTree,
  olderClient,
  refusesOutsiders,
  type TestTree,
  treeOf,
} from '../../../kit/organization/departments.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('AddOrganizationNode (2018-12-25)', (engine) => {
  const world = sharedServer({ engine })

  test('the documented example, and the newer version lists it', async () => {
    const place = await newTree(world.server)
    const answer = await add(place, 'test')
    // Source: AddOrganizationNode example.
    expect(answer).toEqual({ NodeId: expect.any(Number), RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const made = { NodeId: answer.NodeId, Name: 'test', ParentNodeId: place.root, Remark: '', Tags: [] }
    expect((await treeOf(place)).nodes[1]).toMatchObject(made)
    expect(await eventsOf(world.server, String(answer.NodeId))).toMatchObject([{ kind: 'node_created', requestId: answer.RequestId }])
  })

  describe('refuses', () => refuses(world))
  refusesOutsiders(world, (account, { root }) => olderClient(world.server, account).AddOrganizationNode({ ParentNodeId: root, Name: 'a' }))
})

const add = ({ older, root }: TestTree, Name: string, ParentNodeId = root) => older.AddOrganizationNode({ ParentNodeId, Name })

function refuses(world: SharedServer): void {
  test('ResourceInUse.NodeName', async () => {
    const place = await newTree(world.server)
    await addNode(place, { Name: 'taken' })
    await expectSameTree(world.server, place, () => add(place, 'taken'), 'ResourceInUse.NodeName', 'already has the name taken')
  })

  test('ResourceNotFound.NodeNotExist: a parent that nobody has, or another organization', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    for (const parent of [1, other.root]) {
      await expectSameTree(world.server, place, () => add(place, 'a', parent), 'ResourceNotFound.NodeNotExist', String(parent))
    }
  })

  test('LimitExceeded.NodeDepthExceedLimit', async () => {
    const place = await newTree(world.server)
    const chain = await addChain(place, 5)
    const code = 'LimitExceeded.NodeDepthExceedLimit'
    await expectSameTree(world.server, place, () => add(place, 'six', chain[4]), code, 'at most 5 levels')
  })

  test('LimitExceeded.NodeExceedLimit', async () => {
    const place = await newTree(world.server)
    await adjust(world.server, place, { limits: { nodes: 1 } })
    await add(place, 'a')
    await expectSameTree(world.server, place, () => add(place, 'b'), 'LimitExceeded.NodeExceedLimit', 'already has 1 departments')
  })

  test('InvalidParameterValue: a name or parent that can be none', async () => {
    const place = await newTree(world.server)
    for (const name of ['', 'a b', 'x'.repeat(41)]) {
      await expectSameTree(world.server, place, () => add(place, name), 'InvalidParameterValue', '`Name`')
    }
    await expectSameTree(world.server, place, () => add(place, 'a', 0), 'InvalidParameterValue', '`ParentNodeId`')
  })
}
