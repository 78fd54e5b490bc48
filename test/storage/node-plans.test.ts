import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { databaseIn } from '../../src/storage/engines/data-folder.ts'
import { nodesOfMembers, placeMembers } from '../../src/storage/tables/member-nodes.ts'
import { levelsBelow, pathToRoot } from '../../src/storage/tables/node-paths.ts'
import * as nodes from '../../src/storage/tables/nodes.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { openTestStore } from './open-test-store.ts'

/** What a call on an organization's tree costs must not grow with other organizations, nor a page with the tree. */
const searched = {
  findNode: nodes.findNode,
  nodeAnywhere: nodes.nodeAnywhere,
  nodeWithName: nodes.nodeWithName,
  nodesOldestFirst: nodes.nodesOldestFirst,
  nodesWithContent: nodes.nodesWithContent,
  nodesWithMembers: nodes.nodesWithMembers,
  countNodes: nodes.countNodes,
  deleteNodes: nodes.deleteNodes,
  nodesOfMembers,
  placeMembers,
  pathToRoot,
  levelsBelow,
}

onEveryEngine('statements on nodes', (engine) => {
  test.runIf(engine.name === 'sqlite').for(Object.entries(searched))('%s searches by keys and scans no table', async ([, statement]) => {
    const { folder } = await openTestStore(engine)
    const beside = new DatabaseSync(databaseIn(folder), { readOnly: true })
    try {
      const { sql, parameters } = statement.compiled('sqlite')
      const plan = beside.prepare(`explain query plan ${sql}`).all(...parameters.map(() => null)) as { detail: string }[]
      const scans = plan.filter(({ detail }) => /^SCAN (nodes|members|child|above)/.test(detail)).map(({ detail }) => detail)
      expect(scans).toEqual([])
      const searches = plan.filter(({ detail }) => /^SEARCH (nodes|members|child|above)/.test(detail))
      expect(searches.length).toBeGreaterThan(0)
      for (const { detail } of searches) expect(detail).toMatch(/\((organization|id)=/)
    } finally {
      beside.close()
    }
  })

  test.runIf(engine.name === 'sqlite')('a page of nodes is found in an index alone, and only its own rows are sorted', async () => {
    const { folder } = await openTestStore(engine)
    const beside = new DatabaseSync(databaseIn(folder), { readOnly: true })
    try {
      const { sql } = nodes.nodesOldestFirst.compiled('sqlite')
      const plan = beside.prepare(`explain query plan ${sql}`).all(1, 1, 50, 0) as { detail: string }[]
      expect(plan.map(({ detail }) => detail)).toEqual([
        'SEARCH nodes USING PRIMARY KEY (organization=? AND id=?)',
        'LIST SUBQUERY 1',
        'SEARCH nodes USING COVERING INDEX nodes_by_age (organization=?)',
        'USE TEMP B-TREE FOR ORDER BY',
      ])
    } finally {
      beside.close()
    }
  })
})
