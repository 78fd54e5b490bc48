import type { Tx } from '../../storage/store.ts'
import { allDepartmentsOfUnit, emptyUnit } from '../../storage/tables/roles-and-units/department-units.ts'
import { deleteUnit as remove } from '../../storage/tables/roles-and-units/units.ts'
import { companyNow } from '../companies/find-company.ts'
import { record } from '../record.ts'
import { Refused } from '../refusals.ts'
import { unitNow } from './find-unit.ts'

/** Deletes a unit; its departments are bound to none from then on. Refuses with `unit_not_found`, `unit_type_in_use`. */
export async function deleteUnit(tx: Tx, companyId: string, id: string): Promise<void> {
  const { facts } = await companyNow(tx, companyId)
  const unit = await unitNow(tx, companyId, id)
  if (facts.unitTypesInUse.includes(unit.type)) throw new Refused({ fact: 'unit_type_in_use', unit: id, type: unit.type })
  const bound = await tx.all(allDepartmentsOfUnit, { company: companyId, unit: id })
  if (bound.length > 0) await tx.run(emptyUnit, { company: companyId, unit: id, at: tx.origin.at })
  await tx.run(remove, { company: companyId, unit: id })
  for (const department of bound) record(tx, { kind: 'unit_department_unbound', subject: id, before: { department: department.id } })
  record(tx, { kind: 'unit_deleted', subject: id, before: unit })
}
