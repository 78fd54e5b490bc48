import type { Covering } from '../ranges/covers.ts'
import { Refused } from '../refusals.ts'
import type { NamedDepartment } from './named-departments.ts'

/** A department as a caller wrote it, and what was found by that. */
export interface AskedDepartment {
  readonly written: string
  readonly found: NamedDepartment | undefined
}

/** Who sees but a part of a company is not told which departments there are beyond it. */
export function unknownDepartment({ range }: Covering, department: string): Refused {
  return new Refused({ fact: range.all ? 'department_not_found' : 'department_out_of_range', department })
}

/**
 * The ids of departments that were asked for. Refuses with `department_not_found`, or `department_out_of_range` where not all of the company is seen,
 * naming the first that is not there as it was written.
 */
export function foundDepartments(covering: Covering, asked: readonly AskedDepartment[]): string[] {
  return asked.map(({ written, found }) => {
    if (!found) throw unknownDepartment(covering, written)
    return found.id
  })
}
