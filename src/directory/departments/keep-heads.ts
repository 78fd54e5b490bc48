import { deleteHeads, insertHeads } from '../../storage/tables/departments/department-heads.ts'
import type { Tx } from '../session.ts'
import type { Department } from './department.ts'

type Heads = Pick<Department, 'leaders' | 'partners'>

/** A department without leaders and partners, as before it was made and after its end. */
export const nobody: Heads = { leaders: [], partners: [] }

/** Keeps the way from a person to the departments that he leads or partners. */
export async function keepHeads(tx: Tx, company: string, department: string, before: Heads, after: Heads): Promise<void> {
  const then = headsOf(before)
  const now = headsOf(after)
  const gone = [...then.difference(now)]
  const added = [...now.difference(then)]
  if (gone.length > 0) await tx.run(deleteHeads, { company, department, people: gone })
  if (added.length > 0) await tx.run(insertHeads, { company, department, people: added })
}

function headsOf({ leaders, partners }: Heads): Set<string> {
  return new Set([...leaders.map(({ person }) => person), ...partners])
}
