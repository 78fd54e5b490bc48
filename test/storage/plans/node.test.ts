import { expect, test } from 'vitest'
import { nodesOfMembers, placeMembers } from '../../../src/storage/tables/member-nodes.ts'
import { levelsBelow, pathToRoot } from '../../../src/storage/tables/node-paths.ts'
import * as nodes from '../../../src/storage/tables/nodes.ts'
import { plansOf } from './plans-of.ts'

test('what a statement on nodes costs does not grow with other organizations: it searches by keys, and scans no table', async () => {
  const paths = [nodesOfMembers, placeMembers, pathToRoot, levelsBelow]
  const own = [nodes.findNode, nodes.nodeAnywhere, nodes.nodeWithName, nodes.nodesWithContent, nodes.nodesWithMembers, nodes.countNodes]
  const plans = await plansOf([...own, ...paths, nodes.updateNode, nodes.deleteNodes, nodes.countTaggedNodes, nodes.taggedNodes])
  for (const plan of plans) {
    const visits = plan.filter((line) => /^(SEARCH|SCAN) (nodes|members|child|above)\b/.test(line))
    expect(visits.length).toBeGreaterThan(0)
    for (const line of visits) expect(line).toMatch(/^SEARCH \w+ .*\((organization|id)=/)
  }
})

test('a page of nodes is found in an index alone, and only its own rows are read and sorted', async () => {
  expect(await plansOf([nodes.nodesOldestFirst])).toEqual([
    [
      'SEARCH nodes USING PRIMARY KEY (organization=? AND id=?)',
      'LIST SUBQUERY 1',
      'SEARCH nodes USING COVERING INDEX nodes_by_age (organization=?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ],
  ])
})

test('a node that goes is not sought among all members, nor are those below one among all nodes', async () => {
  const [deleted = [], below = []] = await plansOf([nodes.deleteNodes, levelsBelow])
  expect(deleted).toContain('SEARCH members USING INDEX members_by_node (organization=? AND node=?)')
  expect(below).toContain('SEARCH child USING COVERING INDEX nodes_by_parent (organization=? AND parent=?)')
})
