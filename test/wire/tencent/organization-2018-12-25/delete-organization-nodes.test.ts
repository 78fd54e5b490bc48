import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import {
  addChain,
  addNode,
  adjust,
  expectSameTree,
  memberIn,
  newTree,
  olderClient,
  refusesOutsiders,
  type TestTree,
  treeOf,
} from '../../../kit/organization/departments.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('DeleteOrganizationNodes (2018-12-25)', (engine) => {
  const world = sharedServer({ engine })

  test('the documented example', async () => {
    const place = await newTree(world.server)
    const [first, second] = [await addNode(place), await addNode(place)]
    const answer = await remove(place, first, second)
    // Source: DeleteOrganizationNodes example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect((await treeOf(place)).nodes).toMatchObject([{ NodeId: place.root }])
    for (const node of [first, second]) {
      expect((await eventsOf(world.server, String(node))).at(-1)).toMatchObject({ kind: 'node_deleted', requestId: answer.RequestId })
    }
  })

  describe('refuses', () => refuses(world))
  refusesOutsiders(world, (account, { root }) => olderClient(world.server, account).DeleteOrganizationNodes({ NodeIds: [root] }))
})

const remove = ({ older }: TestTree, ...NodeIds: number[]) => older.DeleteOrganizationNodes({ NodeIds })

function refuses(world: SharedServer): void {
  test('FailedOperation.NodeNotEmpty: members or child departments; no other of the list goes', async () => {
    const place = await newTree(world.server)
    const empty = await addNode(place)
    const [parent, child] = (await addChain(place, 2)) as [number, number]
    await memberIn(world.server, place, child)
    const code = 'FailedOperation.NodeNotEmpty'
    await expectSameTree(world.server, place, () => remove(place, empty, child), code, 'still holds 1 member')
    await expectSameTree(world.server, place, () => remove(place, empty, parent), code, 'still has 1 child')
  })

  test('InvalidParameter: the root, unknown, of another organization, too many', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const node = await addNode(place)
    await adjust(world.server, place, { limits: { nodesPerDeletion: 2 } })
    for (const [list, words] of [
      [[node, place.root], 'is the root'],
      [[node, 1], 'No department 1 '],
      // One code stands for both, so nobody learns whose it is. Source: docs/decisions, codes the vendor leaves open.
      [[node, other.root], `No department ${other.root} in your organization`],
      [[node, 1, 2], 'at most 2 departments'],
    ] as const) {
      await expectSameTree(world.server, place, () => remove(place, ...list), 'InvalidParameter', words)
    }
  })

  test('FailedOperation: something is shared with it', async () => {
    const place = await newTree(world.server)
    const node = await addNode(place)
    await adjust(world.server, place, { facts: { sharedNodes: [node] } })
    await expectSameTree(world.server, place, () => remove(place, node), 'FailedOperation', `Department ${node} is a target`)
  })

  test('InvalidParameterValue: an empty list, an id that can be none', async () => {
    const place = await newTree(world.server)
    await expectSameTree(world.server, place, () => remove(place, 0), 'InvalidParameterValue', 'NodeIds.0')
    await expectSameTree(world.server, place, () => remove(place), 'InvalidParameterValue', '`NodeIds`')
  })
}
