import { type AskedDepartment, foundDepartments } from '../departments/asked-department.ts'
import { Refused } from '../refusals.ts'
import type { Reader } from '../session.ts'
import { type Covering, coveredDepartments } from './covers.ts'
import { rootDepartment } from './range.ts'

/**
 * The ids of departments that somebody asked for, all within the range; the root only in a range of all. Refuses with what `foundDepartments` does,
 * and with `root_department_out_of_range`.
 */
export async function departmentsWithin(reader: Reader, covering: Covering, asked: readonly AskedDepartment[]): Promise<string[]> {
  const departments = foundDepartments(covering, asked)
  if (covering.range.all) return departments
  if (departments.includes(rootDepartment)) throw new Refused({ fact: 'root_department_out_of_range' })
  const covered = await coveredDepartments(reader, covering, departments)
  const outside = asked.find((_, index) => !covered.has(departments[index] as string))
  if (outside) throw new Refused({ fact: 'department_out_of_range', department: outside.written })
  return departments
}

/** Refuses with `parent_department_out_of_range`, naming it as it was written, and with `root_department_out_of_range`. */
export async function requireParentWithin(reader: Reader, covering: Covering, parent: string, written = parent): Promise<void> {
  if (covering.range.all) return
  if (parent === rootDepartment) throw new Refused({ fact: 'root_department_out_of_range' })
  const covered = await coveredDepartments(reader, covering, [parent])
  if (!covered.has(parent)) throw new Refused({ fact: 'parent_department_out_of_range', department: written })
}

/** The parent that a department is to have. Refuses with `parent_department_not_found` too. */
export async function parentWithin(reader: Reader, covering: Covering, { written, found }: AskedDepartment): Promise<string> {
  if (!found) {
    const fact = covering.range.all ? 'parent_department_not_found' : 'parent_department_out_of_range'
    throw new Refused({ fact, department: written })
  }
  await requireParentWithin(reader, covering, found.id, written)
  return found.id
}
