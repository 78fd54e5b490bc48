import { deleteAncestors } from '../../storage/tables/departments/department-ancestors.ts'
import { childrenOf, somebodyIn } from '../../storage/tables/departments/department-siblings.ts'
import { deleteDepartment as deleteRow } from '../../storage/tables/departments/departments.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import type { Tx } from '../session.ts'
import { companyThatChanges } from './company-that-changes.ts'
import type { Department } from './department.ts'
import { forgetDepartment } from './forget-department.ts'
import { keepHeads, nobody } from './keep-heads.ts'

/**
 * Deletes a department in which nobody sits and below which nothing lies; its code may be taken again. Runs in the company's stream.
 * Refuses with `departments_fed_from_outside`, `department_has_people`, `department_has_children`.
 */
export async function deleteDepartment(tx: Tx, company: string, before: Department): Promise<void> {
  await companyThatChanges(tx, company)
  const department = before.id
  if (await tx.first(somebodyIn, { company, department })) throw new Refused({ fact: 'department_has_people', department })
  const below = await tx.first(childrenOf, { company, parent: department })
  if ((below?.count ?? 0) > 0) throw new Refused({ fact: 'department_has_children', department })
  await tx.run(deleteAncestors, { company, department })
  await tx.run(deleteRow, { company, department })
  await keepHeads(tx, company, department, before, nobody)
  record(tx, { kind: 'department_deleted', subject: department, before })
  await forgetDepartment(tx, company, department)
}
