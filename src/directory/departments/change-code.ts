import { updateDepartment } from '../../storage/tables/departments/departments.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { companyThatChanges } from './company-that-changes.ts'
import { type Department, departmentRow } from './department.ts'
import { departmentNow } from './find-departments.ts'
import { requireFreeCode } from './sibling-rules.ts'

/**
 * Gives a department another code, so often as the company's limit allows; the code that it has counts for nothing. Runs in the company's stream.
 * Refuses with `departments_fed_from_outside`, `department_is_root`, `department_not_found`, `department_code_changes_spent`, `department_code_taken`.
 */
export async function changeDepartmentCode(tx: Tx, company: string, id: string, code: string): Promise<void> {
  const { facts } = await companyThatChanges(tx, company)
  const before = await departmentNow(tx, company, id)
  if (code === before.code) return
  const limit = facts.limits.departmentCodeChanges
  if (before.codeChanges >= limit) throw new Refused({ fact: 'department_code_changes_spent', department: id, limit })
  await requireFreeCode(tx, company, code)
  const after: Department = { ...before, code, codeChanges: before.codeChanges + 1 }
  await tx.run(updateDepartment, departmentRow(company, after, tx.origin.at))
  record(tx, { kind: 'department_changed', subject: id, before: { code: before.code, codeChanges: before.codeChanges }, after })
}
