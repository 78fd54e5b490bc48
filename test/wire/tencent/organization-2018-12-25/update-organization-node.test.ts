import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  addChain,
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

onEveryEngine('UpdateOrganizationNode (2018-12-25)', (engine) => {
  const world = sharedServer({ engine })
  describe('changes', () => changes(world))
  describe('refuses', () => refuses(world))
  refusesOutsiders(world, (account, { root }) => olderClient(world.server, account).UpdateOrganizationNode({ NodeId: root, Name: 'a' }))
})

const update = ({ older }: TestTree, NodeId: number, change: { Name?: string; ParentNodeId?: number }) =>
  older.UpdateOrganizationNode({ NodeId, ...change })
const parentsOf = async (place: TestTree) =>
  Object.fromEntries((await treeOf(place)).nodes.map(({ NodeId, ParentNodeId }) => [NodeId, ParentNodeId]))

function changes(world: SharedServer): void {
  test('the documented example: a new name and a new parent, an event for each', async () => {
    const place = await newTree(world.server)
    const [NodeId, parent] = [await addNode(place, { Name: 'before' }), await addNode(place)]
    const answer = await update(place, NodeId, { Name: 'node_name', ParentNodeId: parent })
    // Source: UpdateOrganizationNode example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const now = (await treeOf(place)).nodes.find((node) => node.NodeId === NodeId)
    expect(now).toMatchObject({ Name: 'node_name', ParentNodeId: parent })
    expect((await eventsOf(world.server, String(NodeId))).slice(1)).toMatchObject([
      { kind: 'node_changed', before: { name: 'before', parent: place.root }, after: { name: 'node_name', parent: place.root } },
      { kind: 'node_moved', before: { name: 'node_name', parent: place.root }, after: { name: 'node_name', parent } },
    ])
  })

  test('a department moves with everything in it and below it', async () => {
    const place = await newTree(world.server)
    const [top, middle, low] = (await addChain(place, 3)) as [number, number, number]
    const other = await addNode(place)
    await memberIn(world.server, place, low)
    const { members } = await treeOf(place)
    await update(place, middle, { ParentNodeId: other })
    expect(await parentsOf(place)).toEqual({ [place.root]: 0, [top]: place.root, [middle]: other, [low]: middle, [other]: place.root })
    expect((await treeOf(place)).members).toEqual(members)
  })

  test('the parent that it has already, or nothing: nothing is recorded', async () => {
    const place = await newTree(world.server)
    const NodeId = await addNode(place)
    await update(place, NodeId, { ParentNodeId: place.root })
    await update(place, NodeId, {})
    expect(await eventsOf(world.server, String(NodeId))).toHaveLength(1)
  })
}

function refuses(world: SharedServer): void {
  test('LimitExceeded.NodeDepthExceedLimit: what lies deepest below the moved one counts', async () => {
    const place = await newTree(world.server)
    const [, , deep] = (await addChain(place, 3)) as [number, number, number]
    const [moved, below, lowest] = (await addChain(place, 3)) as [number, number, number]
    await addNode(place, { ParentNodeId: moved })
    const code = 'LimitExceeded.NodeDepthExceedLimit'
    await expectSameTree(world.server, place, () => update(place, moved, { ParentNodeId: deep }), code, 'at most 5 levels')
    await place.client.DeleteOrganizationNodes({ NodeId: [lowest] })
    await update(place, moved, { ParentNodeId: deep })
    await expectSameTree(world.server, place, () => place.older.AddOrganizationNode({ ParentNodeId: below, Name: 'six' }), code, '5')
  })

  test('ResourceInUse.NodeNameUsed: it is not moved either', async () => {
    const place = await newTree(world.server)
    const [NodeId, parent] = [await addNode(place), await addNode(place, { Name: 'taken' })]
    const call = () => update(place, NodeId, { Name: 'taken', ParentNodeId: parent })
    await expectSameTree(world.server, place, call, 'ResourceInUse.NodeNameUsed', 'already has the name taken')
  })

  test('ResourceNotFound.NodeNotExist: the department or the parent, unknown or of another organization', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const NodeId = await addNode(place)
    const code = 'ResourceNotFound.NodeNotExist'
    for (const unknown of [1, other.root]) {
      await expectSameTree(world.server, place, () => update(place, unknown, { Name: 'a' }), code, String(unknown))
      const call = () => update(place, NodeId, { Name: 'a', ParentNodeId: unknown })
      await expectSameTree(world.server, place, call, code, String(unknown))
    }
  })

  test('InvalidParameter: below itself, below what lies below it, the root anywhere', async () => {
    const place = await newTree(world.server)
    const [top, middle, low] = (await addChain(place, 3)) as [number, number, number]
    for (const ParentNodeId of [top, middle, low]) {
      const words = `Department ${top} can't be moved below itself: ${ParentNodeId}`
      await expectSameTree(world.server, place, () => update(place, top, { ParentNodeId }), 'InvalidParameter', words)
    }
    const call = () => update(place, place.root, { ParentNodeId: low })
    await expectSameTree(world.server, place, call, 'InvalidParameter', `Department ${place.root} is the root`)
  })

  test('InvalidParameterValue: a name or id that can be none', async () => {
    const place = await newTree(world.server)
    for (const wrong of [{ Name: '' }, { Name: 'x'.repeat(41) }, { ParentNodeId: 0 }]) {
      const call = () => update(place, place.root, wrong)
      await expectSameTree(world.server, place, call, 'InvalidParameterValue', `\`${Object.keys(wrong)[0]}\``)
    }
  })
}
