import type { Tx } from '../../storage/store.ts'
import { countDepartmentsOfUnit } from '../../storage/tables/roles-and-units/department-units.ts'
import type { Company } from '../companies/company.ts'
import { Refused } from '../refusals.ts'

/** One more department may be bound to the unit. Refuses with `unit_full`. */
export async function requireRoomInUnit(tx: Tx, { id, facts }: Company, unit: string): Promise<void> {
  const limit = facts.limits.departmentsOfUnit
  const departments = (await tx.first(countDepartmentsOfUnit, { company: id, unit }))?.n ?? 0
  if (departments >= limit) throw new Refused({ fact: 'unit_full', unit, limit })
}
