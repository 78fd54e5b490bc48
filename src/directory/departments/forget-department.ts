import { leaveRanges } from '../apps/leave-ranges.ts'
import { forgetGroupDepartment } from '../company-groups/change-departments.ts'
import { forgetDepartmentInRoles } from '../company-roles/forget-department.ts'
import type { Tx } from '../session.ts'

/** Takes a department that goes out of all that names it: groups, what roles are held for, and the ranges of apps; an event for each. */
export async function forgetDepartment(tx: Tx, company: string, department: string): Promise<void> {
  await forgetGroupDepartment(tx, company, department)
  await forgetDepartmentInRoles(tx, company, department)
  await leaveRanges(tx, company, 'departments', department)
}
