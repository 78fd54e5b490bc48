import { installationsOfCompany } from '../../storage/tables/companies/apps.ts'
import { setRange } from '../apps/set-range.ts'
import { forgetGroupDepartment } from '../company-groups/change-departments.ts'
import { forgetDepartmentInRoles } from '../company-roles/forget-department.ts'
import type { Range } from '../ranges/range.ts'
import type { Tx } from '../session.ts'

/** Takes a department that goes out of all that names it: groups, what roles are held for, and the ranges of apps; an event for each. */
export async function forgetDepartment(tx: Tx, company: string, department: string): Promise<void> {
  await forgetGroupDepartment(tx, company, department)
  await forgetDepartmentInRoles(tx, company, department)
  for (const { app, range: text } of await tx.all(installationsOfCompany, { company })) {
    const range = JSON.parse(text) as Range
    if (range.all || !range.departments.includes(department)) continue
    await setRange(tx, company, app, { ...range, departments: range.departments.filter((other) => other !== department) })
  }
}
