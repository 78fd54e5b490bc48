import { expect, test } from 'vitest'
import { onEveryEngine } from '../../../kit/engines.ts'
import { addChain, memberIn, newTree, olderClient, refusesOutsiders } from '../../../kit/organization/departments.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

onEveryEngine('ListOrganizationNodes (2018-12-25)', (engine) => {
  const world = sharedServer({ engine })

  test('the documented example: all departments, whatever version made them, with their own members', async () => {
    const place = await newTree(world.server)
    const answer = await place.older.ListOrganizationNodes(null as never)
    // Source: ListOrganizationNodes example; the creator lies in the root (open question 9).
    expect(answer).toEqual({
      Nodes: [{ NodeId: place.root, Name: 'Root', ParentNodeId: 0, MemberCount: 1 }],
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    world.clock.pass(1000)
    const [outer, inner] = (await addChain(place, 2)) as [number, number]
    for (let count = 0; count < 2; count++) await memberIn(world.server, place, inner)
    const { Nodes } = await place.older.ListOrganizationNodes(null as never)
    // Two were made within one millisecond: nothing tells which of them comes first.
    expect(new Set(Nodes?.map(({ NodeId, ParentNodeId, MemberCount }) => `${NodeId} ${ParentNodeId} ${MemberCount}`))).toEqual(
      new Set([`${place.root} 0 1`, `${outer} ${place.root} 0`, `${inner} ${outer} 2`]),
    )
    expect(Nodes?.[0]?.NodeId).toBe(place.root)
  })

  refusesOutsiders(world, (account) => olderClient(world.server, account).ListOrganizationNodes(null as never))
})
