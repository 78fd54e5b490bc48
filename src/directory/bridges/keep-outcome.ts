import { keepRemovals } from '../../storage/tables/bridges/bridge-links.ts'
import { keepReport } from '../../storage/tables/bridges/bridges.ts'
import type { Tx } from '../session.ts'
import type { Bridge, Removed } from './bridge.ts'
import { type Allowance, recently } from './planning/guard-removals.ts'
import { type Item, takesUser } from './planning/plan.ts'
import type { Actual } from './planning/sides.ts'
import type { Report } from './report.ts'

interface Outcome {
  readonly bridge: Bridge
  readonly report: Report
  readonly items: readonly Item[]
  readonly actual: Actual
  readonly allowance: Allowance
}

/** Keeps how it went, and what went from each group and of the users, for the guard of the next time. What was allowed does not count. */
export async function keepOutcome(tx: Tx, { bridge, report, items, actual, allowance }: Outcome): Promise<void> {
  const { zone, id } = bridge
  const done = items.filter(({ state }) => state === 'ready')
  const now = report.at
  const users = counted(bridge.removed, done.filter(takesUser).length, now, allowance.all || allowance.users)
  await tx.run(keepReport, { zone, bridge: id, report: JSON.stringify(report), removed: users.count, since: users.since })
  const left = Map.groupBy(done, ({ kind, group }) => (kind === 'remove_member' ? (group?.target ?? '') : ''))
  for (const group of [...actual.groups.values(), ...actual.orphans.values()]) {
    const gone = left.get(group.id)?.length ?? 0
    if (gone === 0) continue
    const { count, since } = counted(group.removed, gone, now, allowance.all || allowance.groups.has(group.id))
    await tx.run(keepRemovals, { zone, bridge: id, kind: group.kind, source: group.source, removed: count, since })
  }
}

function counted(before: Removed, gone: number, now: number, allowed: boolean): Removed {
  const { count, since } = recently(before, now)
  return allowed ? { count: 0, since: now } : { count: count + gone, since }
}
