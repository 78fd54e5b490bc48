import { keepRemovals, linkedGroups } from '../../storage/tables/bridges/bridge-links.ts'
import { findBridge, keepReport } from '../../storage/tables/bridges/bridges.ts'
import type { Tx } from '../session.ts'
import { type Bridge, bridgeOf, type Removed } from './bridge.ts'
import { type Allowance, recently } from './planning/guard-removals.ts'
import { type Item, takesUser } from './planning/plan.ts'
import type { Report } from './report.ts'

interface Outcome {
  readonly bridge: Pick<Bridge, 'zone' | 'id'>
  readonly report: Report
  readonly items: readonly Item[]
  readonly allowance: Allowance
}

/**
 * Keeps how it went, and what went from each group and of the users, for the guard of the next time. It is added to what is counted by now: another
 * run may have ended since this one began. What was allowed does not count.
 */
export async function keepOutcome(tx: Tx, { bridge: { zone, id }, report, items, allowance }: Outcome): Promise<void> {
  const row = await tx.first(findBridge, { zone, bridge: id })
  if (!row) return
  const done = items.filter(({ state }) => state === 'ready')
  const now = report.at
  const users = counted(bridgeOf(row).removed, done.filter(takesUser).length, now, allowance.all || allowance.users)
  await tx.run(keepReport, { zone, bridge: id, report: JSON.stringify(report), removed: users.count, since: users.since })
  const left = Map.groupBy(done, ({ kind, group }) => (kind === 'remove_member' ? (group?.target ?? '') : ''))
  left.delete('')
  if (left.size === 0) return
  for (const group of await tx.all(linkedGroups, { zone, bridge: id })) {
    const gone = left.get(group.id)?.length ?? 0
    if (gone === 0) continue
    const before = { count: group.removed, since: group.removed_since }
    const { count, since } = counted(before, gone, now, allowance.all || allowance.groups.has(group.id))
    await tx.run(keepRemovals, { zone, bridge: id, kind: group.kind, source: group.source_id, removed: count, since })
  }
}

function counted(before: Removed, gone: number, now: number, allowed: boolean): Removed {
  const { count, since } = recently(before, now)
  return allowed ? { count: 0, since: now } : { count: count + gone, since }
}
