import { ancestorsOf, cutSubtree, hangSubtree, peopleOnlyOfSubtree } from '../../storage/tables/departments/department-ancestors.ts'
import { addToCounters } from '../../storage/tables/departments/department-counters.ts'
import type { Tx } from '../session.ts'

/**
 * Hangs a department, with all that is below it, under another parent, and corrects the counters of what it leaves and comes into: a person who
 * also sits elsewhere below one of those counts there before and after. A few statements, whatever the size of the subtree.
 */
export async function moveSubtree(tx: Tx, company: string, department: string, parent: string): Promise<void> {
  const left = await wayUp(tx, company, department)
  left.delete(department)
  const entered = await wayUp(tx, company, parent)
  await tx.run(cutSubtree, { company, department })
  await tx.run(hangSubtree, { company, department, parent })
  const above = [...left.symmetricDifference(entered)]
  if (above.length === 0) return
  const counted = await tx.all(peopleOnlyOfSubtree, { company, department, above })
  const rows = counted.map((row) => [row.department, entered.has(row.department) ? row.people : -row.people, 0] as const)
  if (rows.length > 0) await tx.run(addToCounters, { company, rows })
}

async function wayUp(tx: Tx, company: string, department: string): Promise<Set<string>> {
  return new Set((await tx.all(ancestorsOf, { company, departments: [department] })).map(({ ancestor }) => ancestor))
}
