import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import {
  addChain,
  addNode,
  adjust,
  expectSameTree,
  newTree,
  refusesOutsiders,
  type TestTree,
  treeOf,
} from '../../../kit/organization/departments.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('AddOrganizationNode', (engine) => {
  const world = sharedServer({ engine })
  describe('adds', () => adds(world))
  describe('refuses', () => refuses(world))
  describe('refuses at limits', () => refusesAtLimits(world))
  refusesOutsiders(
    world,
    ({ client }, { root }) => client.AddOrganizationNode({ ParentNodeId: root, Name: 'a' }),
    'ResourceNotFound.OrganizationMemberNotExist',
  )
})

const add = ({ client, root }: TestTree, Name: string, more: object = {}) =>
  client.AddOrganizationNode({ ParentNodeId: root, Name, ...more })

function adds(world: SharedServer): void {
  test('the documented example', async () => {
    const place = await newTree(world.server)
    const answer = await add(place, 'node_name')
    // Source: AddOrganizationNode example; ids of 7 digits as the real ones.
    expect(answer).toEqual({ NodeId: expect.any(Number), RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(String(answer.NodeId)).toMatch(/^[1-9]\d{6}$/)
    const now = chinaTime(world.clock.now())
    expect((await treeOf(place)).nodes[1]).toEqual({
      NodeId: answer.NodeId,
      Name: 'node_name',
      ParentNodeId: place.root,
      Remark: '',
      CreateTime: now,
      UpdateTime: now,
      Tags: [],
    })
  })

  test('a remark and ten tags, the longest of each', async () => {
    const place = await newTree(world.server)
    const Tags = Array.from({ length: 10 }, (_, index) => ({ TagKey: `键 ${index}`.padEnd(127, 'k'), TagValue: 'v'.repeat(255) }))
    const name = '财务+@&._[]-'.padEnd(40, '部')
    await add(place, name, { Remark: '备'.repeat(255), Tags })
    expect((await treeOf(place)).nodes[1]).toMatchObject({ Name: name, Remark: '备'.repeat(255), Tags })
  })

  test('one event row with the whole node', async () => {
    const place = await newTree(world.server)
    const { NodeId, RequestId } = await add(place, 'audited', { Tags: [{ TagKey: 'k', TagValue: '' }] })
    expect(await eventsOf(world.server, String(NodeId))).toMatchObject([
      {
        tenant: `organization-${place.organization}`,
        kind: 'node_created',
        actor: `key:${place.key.secretId}`,
        account: place.uin,
        operation: 'AddOrganizationNode',
        requestId: RequestId,
        before: null,
        after: { id: NodeId, parent: place.root, name: 'audited', remark: '', tags: [{ key: 'k', value: '' }] },
      },
    ])
  })
}

function refuses(world: SharedServer): void {
  test('FailedOperation.OrganizationNodeNameUsed, wherever the other lies; not in other organizations', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const [first] = await addChain(place, 1)
    await add(place, 'Payroll', { ParentNodeId: first })
    for (const name of ['Payroll', 'Root']) {
      await expectSameTree(
        world.server,
        place,
        () => add(place, name),
        'FailedOperation.OrganizationNodeNameUsed',
        `already has the name ${name}`,
      )
    }
    await add(place, 'payroll')
    await add(other, 'Payroll')
  })

  test('ResourceNotFound.OrganizationNodeNotExist: a parent that nobody has, or that was deleted', async () => {
    const place = await newTree(world.server)
    const gone = await addNode(place)
    await place.client.DeleteOrganizationNodes({ NodeId: [gone] })
    const code = 'ResourceNotFound.OrganizationNodeNotExist'
    for (const ParentNodeId of [1, gone, Number.MAX_SAFE_INTEGER]) {
      await expectSameTree(world.server, place, () => add(place, 'a', { ParentNodeId }), code, `No department ${ParentNodeId}`)
    }
  })

  test('InvalidParameter.OrganizationNodeNotExist: a parent of another organization', async () => {
    const [place, other] = [await newTree(world.server), await newTree(world.server)]
    const code = 'InvalidParameter.OrganizationNodeNotExist'
    const call = () => add(place, 'a', { ParentNodeId: other.root })
    await expectSameTree(world.server, place, call, code, `Department ${other.root} belongs to another organization`)
  })

  test('InvalidParameter: name, remark and parent as documented', async () => {
    const place = await newTree(world.server)
    for (const name of ['', 'a b', 'a/b', 'a、b', 'é', 'x'.repeat(41), 'a\n']) {
      await expectSameTree(world.server, place, () => add(place, name), 'InvalidParameter', '`Name`')
    }
    await expectSameTree(world.server, place, () => add(place, 'a', { Remark: 'x'.repeat(256) }), 'InvalidParameter', '`Remark`')
    for (const ParentNodeId of [0, -1]) {
      await expectSameTree(world.server, place, () => add(place, 'a', { ParentNodeId }), 'InvalidParameter', '`ParentNodeId`')
    }
  })

  test('InvalidParameter.TagError: malformed, reserved, repeated, more than ten', async () => {
    const place = await newTree(world.server)
    const tag = (TagKey: string, TagValue = '') => ({ TagKey, TagValue })
    const wrong: [object[], string][] = [
      [[tag('')], 'Tags.0.TagKey'],
      [[tag('k'.repeat(128))], 'Tags.0.TagKey'],
      [[tag('a*')], 'Tags.0.TagKey'],
      [[tag('qcs:mine')], 'Tags.0.TagKey'],
      [[tag('project')], 'Tags.0.TagKey'],
      [[tag('k', 'v'.repeat(256))], 'Tags.0.TagValue'],
      [[tag('k', 'a'), tag('k', 'b')], 'stands twice'],
      [Array.from({ length: 11 }, (_, index) => tag(`k${index}`)), 'has 11 entries'],
    ]
    for (const [Tags, words] of wrong) {
      await expectSameTree(world.server, place, () => add(place, 'a', { Tags }), 'InvalidParameter.TagError', words)
    }
  })
}

function refusesAtLimits(world: SharedServer): void {
  test('LimitExceeded.NodeDepthExceedLimit: five levels below the root, no sixth', async () => {
    const place = await newTree(world.server)
    // Source: open question 10, the root is level 0.
    const chain = await addChain(place, 5)
    const code = 'LimitExceeded.NodeDepthExceedLimit'
    await expectSameTree(world.server, place, () => add(place, 'six', { ParentNodeId: chain[4] }), code, 'at most 5 levels')
    await add(place, 'five', { ParentNodeId: chain[3] })
  })

  test('LimitExceeded.NodeExceedLimit at the quota; a deleted department makes room', async () => {
    const place = await newTree(world.server)
    await adjust(world.server, place, { limits: { nodes: 2 } })
    const [gone] = [await addNode(place), await addNode(place)]
    await expectSameTree(world.server, place, () => add(place, 'c'), 'LimitExceeded.NodeExceedLimit', 'already has 2 departments')
    await place.client.DeleteOrganizationNodes({ NodeId: [gone] })
    await add(place, 'c')
  })
}
