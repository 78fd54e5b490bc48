import type { Tx } from '../../../storage/store.ts'
import { findJobLevelAt, findJobLevelNamed } from '../../../storage/tables/vocabularies/job-levels.ts'
import { Refused } from '../../refusals.ts'

/** The orders that levels may have. Source: job_level/create, 42308. */
export const levelOrders = { least: 100, most: 100_000 } as const

/** The order behind the last one. Refuses with `job_level_order_spent`. */
export function lastOrder(last: number | null): number {
  if (last === null) return levelOrders.least
  if (last >= levelOrders.most) throw new Refused({ fact: 'job_level_order_spent', most: levelOrders.most })
  return last + 1
}

/** Refuses with `job_level_order_taken`. */
export async function requireFreeOrder(tx: Tx, company: string, order: number): Promise<void> {
  if (await tx.first(findJobLevelAt, { company, position: order })) throw new Refused({ fact: 'job_level_order_taken', order })
}

/** Refuses with `job_level_name_taken`. */
export async function requireFreeName(tx: Tx, company: string, name: string): Promise<void> {
  if (await tx.first(findJobLevelNamed, { company, name })) throw new Refused({ fact: 'job_level_name_taken', name })
}
