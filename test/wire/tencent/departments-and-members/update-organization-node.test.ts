import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { addNode, expectSameTree, newTree, refusesOutsiders, type TestTree, treeOf } from '../../../kit/organization/departments.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('UpdateOrganizationNode', (engine) => {
  const world = sharedServer({ engine })
  describe('changes', () => changes(world))
  describe('refuses', () => refuses(world))
  refusesOutsiders(world, ({ client }, { root }) => client.UpdateOrganizationNode({ NodeId: root, Name: 'a' }))
})

const nodeOf = async (place: TestTree, id: number) => (await treeOf(place)).nodes.find(({ NodeId }) => NodeId === id)

function changes(world: SharedServer): void {
  test('the documented example', async () => {
    const place = await newTree(world.server)
    const NodeId = await addNode(place, { Name: 'before' })
    const made = chinaTime(world.clock.now())
    world.clock.pass(5000)
    const answer = await place.client.UpdateOrganizationNode({ NodeId, Name: 'name', Remark: 'remark' })
    // Source: UpdateOrganizationNode example, nothing but a RequestId.
    expect(answer).toEqual({ RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const now = chinaTime(world.clock.now())
    expect(await nodeOf(place, NodeId)).toMatchObject({ Name: 'name', Remark: 'remark', CreateTime: made, UpdateTime: now })
    expect((await eventsOf(world.server, String(NodeId))).at(-1)).toMatchObject({
      kind: 'node_changed',
      requestId: answer.RequestId,
      before: { name: 'before', remark: '', parent: place.root },
      after: { name: 'name', remark: 'remark', parent: place.root },
    })
  })

  test('what is not given stays; an empty remark clears; the root can be renamed', async () => {
    const place = await newTree(world.server)
    const NodeId = await addNode(place, { Name: 'kept' })
    await place.client.UpdateOrganizationNode({ NodeId, Remark: 'r' })
    expect(await nodeOf(place, NodeId)).toMatchObject({ Name: 'kept', Remark: 'r' })
    await place.client.UpdateOrganizationNode({ NodeId, Name: 'renamed' })
    expect(await nodeOf(place, NodeId)).toMatchObject({ Name: 'renamed', Remark: 'r' })
    await place.client.UpdateOrganizationNode({ NodeId, Remark: '' })
    expect(await nodeOf(place, NodeId)).toMatchObject({ Name: 'renamed', Remark: '' })
    // Source: semantics of organization settings, the root node can be renamed.
    await place.client.UpdateOrganizationNode({ NodeId: place.root, Name: 'Company' })
    expect(await nodeOf(place, place.root)).toMatchObject({ Name: 'Company', ParentNodeId: 0 })
    await addNode(place, { Name: 'Root' })
  })

  test('what is so already changes nothing and is not recorded', async () => {
    const place = await newTree(world.server)
    const NodeId = await addNode(place, { Name: 'same' })
    const before = await treeOf(place)
    world.clock.pass(5000)
    await place.client.UpdateOrganizationNode({ NodeId })
    await place.client.UpdateOrganizationNode({ NodeId, Name: 'same', Remark: '' })
    expect(await treeOf(place)).toEqual(before)
    expect(await eventsOf(world.server, String(NodeId))).toHaveLength(1)
  })
}

function refuses(world: SharedServer): void {
  test('FailedOperation.OrganizationNodeNameUsed', async () => {
    const place = await newTree(world.server)
    const [NodeId] = [await addNode(place), await addNode(place, { Name: 'taken' })]
    const call = () => place.client.UpdateOrganizationNode({ NodeId, Name: 'taken', Remark: 'r' })
    await expectSameTree(world.server, place, call, 'FailedOperation.OrganizationNodeNameUsed', 'already has the name taken')
  })

  test('FailedOperation.OrganizationNodeNotExist: unknown, deleted, of another organization', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const gone = await addNode(place)
    await place.client.DeleteOrganizationNodes({ NodeId: [gone] })
    for (const NodeId of [1, gone, other.root]) {
      const call = () => place.client.UpdateOrganizationNode({ NodeId, Name: 'a' })
      await expectSameTree(world.server, place, call, 'FailedOperation.OrganizationNodeNotExist', `No department ${NodeId} in your`)
    }
    expect((await treeOf(other)).nodes).toMatchObject([{ Name: 'Root' }])
  })

  test('InvalidParameterValue: a name, remark or id that can be none', async () => {
    const place = await newTree(world.server)
    const NodeId = await addNode(place)
    // Source: open question 8, the common code, as the action lists none of its own.
    for (const wrong of [{ Name: '' }, { Name: 'a b' }, { Name: 'x'.repeat(41) }, { Remark: 'x'.repeat(256) }, { NodeId: 0 }]) {
      const call = () => place.client.UpdateOrganizationNode({ NodeId, ...wrong })
      await expectSameTree(world.server, place, call, 'InvalidParameterValue', `\`${Object.keys(wrong)[0]}\``)
    }
  })
}
