import { openStore } from '../src/bootstrap/open-store.ts'
import { newRealTree } from './properties/tree-directory.ts'
import { callerOn } from './properties/real-directory.ts'
import { createNode } from '../src/directory/nodes/create-node.ts'
import { changeOrganization } from '../src/directory/organizations/change-organization.ts'
import { newDatabase, startPostgres } from './kit/postgres.ts'
import * as nodes from '../src/storage/tables/nodes.ts'
import pgm from 'pg'
const pg = (await startPostgres())!
const url = await newDatabase(pg.url)
const store = await openStore({ dataDir: '/tmp', databaseUrl: url, observeBatch: () => {} })
let org = 0
for (const count of [1000]) {
  for (let k = 0; k < 3; k++) {
  const tree = await newRealTree(store, 1); org = tree.organization
  const s = callerOn(store)
  await s.write(`organization-${tree.organization}`, async (tx) => {
    await changeOrganization(tx, tree.organization, { limits: { nodes: 2000 } })
    for (let i = 0; i < count; i++) await createNode(tx, s.ports, tree.organization, { parent: tree.root, name: `d${i}` })
  })}
}
const c = new pgm.Client(url); await c.connect()
for (const analyze of [false, true]) {
  if (analyze) await c.query('vacuum analyze nodes')
  const a = nodes.nodesOldestFirst.compiled('postgres').sql, b = nodes.countNodes.compiled('postgres').sql
  await c.query(`prepare a${analyze} as ${a}`); await c.query(`prepare b${analyze} as ${b}`)
  for (let i = 0; i < 7; i++) await c.query(`execute a${analyze}(${org}, 10, 950, ${org})`)
  for (let i = 0; i < 7; i++) await c.query(`execute b${analyze}(${org})`)
  for (const q of [`explain (analyze, buffers) execute a${analyze}(${org}, 10, 950, ${org})`, `explain (analyze, buffers) execute b${analyze}(${org})`])
    console.log((await c.query(q)).rows.map((r) => r['QUERY PLAN']).join('\n'), '\n')
}
await c.end(); await store.close(); pg.stop(); process.exit(0)
