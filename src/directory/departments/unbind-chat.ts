import { updateDepartment } from '../../storage/tables/departments/departments.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { type Department, departmentRow } from './department.ts'
import { departmentNow } from './find-departments.ts'

/**
 * Lets go of a department's chat. Runs in the company's stream.
 * Refuses with `department_is_root`, `department_not_found`, `department_has_no_chat`.
 */
export async function unbindDepartmentChat(tx: Tx, company: string, id: string): Promise<void> {
  const before = await departmentNow(tx, company, id)
  if (before.chat === null) throw new Refused({ fact: 'department_has_no_chat', department: id })
  const after: Department = { ...before, chat: null }
  await tx.run(updateDepartment, departmentRow(company, after, tx.origin.at))
  record(tx, { kind: 'department_changed', subject: id, before: { chat: before.chat }, after })
}
