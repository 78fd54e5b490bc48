import { Refused } from '../refusals.ts'
import type { NamedDepartment } from './named-departments.ts'

/** A department as a caller wrote it, and what was found by that. */
export interface AskedDepartment {
  readonly written: string
  readonly found: NamedDepartment | undefined
}

/** The ids of departments that were asked for. Refuses with `department_not_found`, naming the first that is not there as it was written. */
export function foundDepartments(asked: readonly AskedDepartment[]): string[] {
  return asked.map(({ written, found }) => {
    if (!found) throw new Refused({ fact: 'department_not_found', department: written })
    return found.id
  })
}
