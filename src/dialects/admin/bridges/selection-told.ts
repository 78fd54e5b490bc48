import type { Static } from 'typebox'
import type { Selection } from '../../../directory/bridges/bridge.ts'
import { rootDepartment } from '../../../directory/ranges/range.ts'
import { Refused } from '../../../directory/refusals.ts'
import type { Tx } from '../../../directory/session.ts'
import { departmentTold } from '../company-groups/department-told.ts'
import type { selection } from './bridge-fields.ts'

/** The selection that somebody wrote; what was chosen before and is gone may be named by its id. Refuses with `bridge_source_unknown`. */
export async function selectionTold(
  tx: Tx,
  company: string,
  { departments = [], groups = [] }: Static<typeof selection>,
  before: readonly string[] = [],
): Promise<Selection> {
  const ids: string[] = []
  for (const told of departments) {
    const id = told === rootDepartment || before.includes(told) ? told : await departmentTold(tx, company, told)
    if (id === undefined) throw new Refused({ fact: 'bridge_source_unknown', kind: 'department', source: told })
    ids.push(id)
  }
  return { departments: [...new Set(ids)], groups: [...new Set(groups)] }
}
