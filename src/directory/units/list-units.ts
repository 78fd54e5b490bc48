import type { Reader } from '../../storage/store.ts'
import { departmentsOfUnit } from '../../storage/tables/roles-and-units/department-units.ts'
import { unitsByAge } from '../../storage/tables/roles-and-units/units.ts'
import type { NamedDepartment } from '../departments/named-departments.ts'
import type { Position } from '../paging.ts'
import { unitNow } from './find-unit.ts'
import { type Unit, unitOf } from './unit.ts'

/** A company's units, the oldest first, behind a position; as many as `limit`. */
export async function listUnits(reader: Reader, company: string, after: Position | undefined, limit: number): Promise<Unit[]> {
  const { at, id } = after ?? { at: 0, id: '' }
  return (await reader.all(unitsByAge, { company, at, id, limit })).map(unitOf)
}

/** The departments that are bound to a unit, in the order of their ids, behind one of them. Refuses with `unit_not_found`. */
export async function listDepartmentsOfUnit(
  reader: Reader,
  company: string,
  unit: string,
  after: string,
  limit: number,
): Promise<NamedDepartment[]> {
  await unitNow(reader, company, unit)
  return reader.all(departmentsOfUnit, { company, unit, after, limit })
}
