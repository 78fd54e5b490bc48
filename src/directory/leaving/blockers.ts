import type { Blocker } from '../refusals/leaving.ts'
import { Refused } from '../refusals.ts'
import type { Way } from './gate.ts'
import { gateTable } from './gate-table.ts'
import type { Standing } from './standing.ts'

/** Cleared by removing the account; what bars that is cleared first. */
const clearedByRemoval: ReadonlySet<Blocker['fact']> = new Set(['created_never_quits', 'not_created_here', 'deletion_pending'])

/** What is to be cleared before a blocker can be: what bars the removal of the account, where that clears it. */
export function clearedBefore(standing: Standing, { fact }: Blocker): Blocker | undefined {
  return clearedByRemoval.has(fact) ? blockersOf(standing, 'remove')[0] : undefined
}

/** Everything that keeps a member from going one way, in the order of the table; empty when it is free to go. */
export function blockersOf(standing: Standing, way: Way): Blocker[] {
  return gateTable.flatMap(({ gate, bars }) => (bars[way] ? (gate(standing) ?? []) : []))
}

/** Refuses with the first of the blockers. */
export function requireFree(standing: Standing, way: Way): void {
  const [first] = blockersOf(standing, way)
  if (first) throw new Refused(first)
}
