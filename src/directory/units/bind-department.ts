import type { Tx } from '../../storage/store.ts'
import { findDepartment } from '../../storage/tables/departments/departments.ts'
import { setUnitOfDepartment } from '../../storage/tables/roles-and-units/department-units.ts'
import { type AskedDepartment, unknownDepartment } from '../departments/asked-department.ts'
import { type Covering, requireDepartments } from '../ranges/covers.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { companyWithUnits } from './company-with-units.ts'
import { unitNow } from './find-unit.ts'
import { requireRoomInUnit } from './require-room.ts'

export interface Binding {
  readonly covering: Covering
  readonly unit: string
  readonly department: AskedDepartment
}

/**
 * Binds a department to a unit; one that is bound to it stays so.
 * Refuses with `units_not_available`, `unit_not_found`, `department_not_found`, `department_out_of_range`, `department_in_other_unit`, `unit_full`.
 */
export async function bindDepartment(tx: Tx, binding: Binding): Promise<void> {
  const { unit } = binding
  const { company, department, bound } = await unitAndDepartment(tx, binding)
  if (bound === unit) return
  if (bound !== null) throw new Refused({ fact: 'department_in_other_unit', department, unit: bound })
  await requireRoomInUnit(tx, company, unit)
  await tx.run(setUnitOfDepartment, { company: company.id, department, unit, at: tx.origin.at })
  record(tx, { kind: 'unit_department_bound', subject: unit, after: { department } })
}

/**
 * Ends the binding of a department to a unit.
 * Refuses with `units_not_available`, `unit_not_found`, `department_not_found`, `department_out_of_range`, `department_not_in_unit`.
 */
export async function unbindDepartment(tx: Tx, binding: Binding): Promise<void> {
  const { unit } = binding
  const { company, department, bound } = await unitAndDepartment(tx, binding)
  if (bound !== unit) throw new Refused({ fact: 'department_not_in_unit', department, unit })
  await tx.run(setUnitOfDepartment, { company: company.id, department, unit: null, at: tx.origin.at })
  record(tx, { kind: 'unit_department_unbound', subject: unit, before: { department } })
}

async function unitAndDepartment(tx: Tx, { covering, unit, department: asked }: Binding) {
  const company = await companyWithUnits(tx, covering.company)
  await unitNow(tx, company.id, unit)
  const department = asked.found?.id ?? asked.written
  // The root is found by its name but has no row: it belongs to no unit.
  const row = asked.found && (await tx.first(findDepartment, { company: company.id, department }))
  if (!row) throw unknownDepartment(covering, asked.written)
  await requireDepartments(tx, covering, [department])
  return { company, department, bound: row.unit }
}
