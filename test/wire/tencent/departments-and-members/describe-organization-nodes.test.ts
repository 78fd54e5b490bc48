import { describe, expect, test } from 'vitest'
import { onEveryEngine } from '../../../kit/engines.ts'
import { chinaTime } from '../../../kit/held-clock.ts'
import { addNode, newTree, refusesOutsiders, type TestTree } from '../../../kit/organization/departments.ts'
import { expectRefusal } from '../../../kit/refusals.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('DescribeOrganizationNodes', (engine) => {
  const world = sharedServer({ engine })
  shows(world)
  describe('searches by tags', () => searches(world))
  refusesOutsiders(world, ({ client }) => client.DescribeOrganizationNodes({ Limit: 10, Offset: 0 }))
})

const list = ({ client }: TestTree, more: object = {}) => client.DescribeOrganizationNodes({ Limit: 10, Offset: 0, ...more })

function shows(world: SharedServer): void {
  test('the documented example', async () => {
    const place = await newTree(world.server)
    const now = chinaTime(world.clock.now())
    // Source: DescribeOrganizationNodes example; Tags is in the model, the example is older than it.
    expect(await list(place)).toEqual({
      Items: [{ CreateTime: now, Name: 'Root', NodeId: place.root, ParentNodeId: 0, Remark: '', UpdateTime: now, Tags: [] }],
      Total: 1,
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  test('pages by age with the exact total; an offset need not be a multiple of the limit', async () => {
    const place = await newTree(world.server)
    const ids = [place.root]
    for (let count = 0; count < 4; count++) {
      world.clock.pass(1000)
      ids.push(await addNode(place, { ParentNodeId: ids.at(-1) as number }))
    }
    const page = async (Offset: number, Limit: number) => {
      const { Items, Total } = await list(place, { Offset, Limit })
      return [Items?.map(({ NodeId }) => NodeId), Total]
    }
    expect(await page(0, 2)).toEqual([ids.slice(0, 2), 5])
    expect(await page(2, 2)).toEqual([ids.slice(2, 4), 5])
    expect(await page(4, 2)).toEqual([ids.slice(4), 5])
    // Source: open question 4.
    expect(await page(3, 50)).toEqual([ids.slice(3), 5])
    expect(await page(5, 2)).toEqual([[], 5])
    expect(await page(Number.MAX_SAFE_INTEGER, 1)).toEqual([[], 5])
  })

  test('InvalidParameter: a page size beyond 1 to 50, an offset below 0, more than ten tags', async () => {
    const place = await newTree(world.server)
    const Tags = Array.from({ length: 11 }, () => ({ TagKey: 'k', TagValue: 'v' }))
    for (const wrong of [{ Limit: 0 }, { Limit: 51 }, { Limit: -1 }, { Offset: -1 }, { Tags }]) {
      await expectRefusal(list(place, wrong), 'InvalidParameter', `\`${Object.keys(wrong)[0]}\``)
    }
  })
}

function searches(world: SharedServer): void {
  const tagged = (place: TestTree, Name: string, tags: Record<string, string>) =>
    place.client.AddOrganizationNode({
      ParentNodeId: place.root,
      Name,
      Tags: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    })

  test('key and value, key alone, several keys, several values of one key', async () => {
    const place = await newTree(world.server)
    await tagged(place, 'a', { team: 'red', cost: '1' })
    world.clock.pass(1000)
    await tagged(place, 'b', { team: 'blue' })
    world.clock.pass(1000)
    await tagged(place, 'c', { cost: '1', 团队: '红' })
    await addNode(place)
    const names = async (...tags: [string, string][]) => {
      const { Items, Total } = await list(place, { Tags: tags.map(([TagKey, TagValue]) => ({ TagKey, TagValue })) })
      expect(Total).toBe(Items?.length)
      return Items?.map(({ Name }) => Name)
    }
    // Source: semantics of departments, by key alone, or by key and value.
    expect(await names(['team', 'red'])).toEqual(['a'])
    expect(await names(['team', ''])).toEqual(['a', 'b'])
    expect(await names(['team', ''], ['cost', '1'])).toEqual(['a'])
    expect(await names(['team', 'red'], ['team', 'blue'])).toEqual(['a', 'b'])
    expect(await names(['团队', '红'])).toEqual(['c'])
    expect(await names(['team', 'green'])).toEqual([])
    expect(await names(['Team', 'red'])).toEqual([])
    // Source: example of Tags in DescribeOrganizationMembers, a key without a value.
    expect((await list(place, { Tags: [{ TagKey: 'cost' }] })).Items?.map(({ Name }) => Name)).toEqual(['a', 'c'])
    const { Items, Total } = await list(place, { Tags: [{ TagKey: 'cost', TagValue: '1' }], Limit: 1, Offset: 1 })
    expect([Items?.map(({ Name }) => Name), Total]).toEqual([['c'], 2])
  })

  test('an empty list of tags searches nothing', async () => {
    const place = await newTree(world.server)
    expect((await list(place, { Tags: [] })).Total).toBe(1)
  })
}
