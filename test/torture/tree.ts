import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenStore, openStore } from '../../src/bootstrap/open-store.ts'
import { newDatabase, startPostgres } from '../kit/postgres.ts'
import { Seeded } from '../kit/seeded.ts'
import { runTree, type TreePlan, treeKinds } from '../properties/tree-rounds.ts'

const writers = 16

function* plansOf(steps: number, seed: number): Iterable<TreePlan[]> {
  const random = new Seeded(seed)
  for (let left = steps; left > 0; left -= writers) {
    yield Array.from({ length: Math.min(writers, left) }, () => ({
      kind: random.pick(treeKinds),
      one: random.below(64),
      other: random.below(64),
      third: random.below(64),
      flag: random.chance(0.5),
    }))
  }
}

async function onStores(count: number, steps: number, seed: number, databaseUrl?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-tree-'))
  const stores: OpenStore[] = []
  try {
    for (let made = 0; made < count; made++) stores.push(await openStore({ dataDir: folder, databaseUrl, observeBatch: () => {} }))
    const outcomes = await runTree(stores, plansOf(steps, seed))
    return [...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(', ')
  } finally {
    for (const store of stores) await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Sixteen writers take random steps in one organization's tree, on SQLite and, through two servers' stores, on PostgreSQL; after every round
 * of sixteen all of it is held against a model.
 */
export async function tortureTree(steps: number, seed: number, say: (line: string) => void): Promise<void> {
  say(`PASSED ${steps} steps in a tree, SQLite: ${await onStores(1, steps, seed)}`)
  const postgres = await startPostgres()
  if (!postgres) throw new Error('no PostgreSQL on this machine')
  try {
    say(`PASSED ${steps} steps in a tree, PostgreSQL: ${await onStores(2, steps, seed, await newDatabase(postgres.url))}`)
  } finally {
    await postgres.stop()
  }
}
