import type { Reader } from '../../storage/store.ts'
import { codesOfDepartments } from '../../storage/tables/departments/departments.ts'
import { rootDepartment } from '../ranges/range.ts'
import { Refused } from '../refusals.ts'

/** Refuses with `department_not_found`, naming the first that is not there. The root always is. */
export async function requireExistingDepartments(reader: Reader, company: string, ids: readonly string[]): Promise<void> {
  const asked = ids.filter((id) => id !== rootDepartment)
  if (asked.length === 0) return
  const there = new Set((await reader.all(codesOfDepartments, { company, ids: asked })).map(({ id }) => id))
  const missing = asked.find((id) => !there.has(id))
  if (missing !== undefined) throw new Refused({ fact: 'department_not_found', department: missing })
}
