import type { Reader } from '../../../storage/store.ts'
import { findEmployeeTypeNumbered, findEmployeeType as findRow } from '../../../storage/tables/vocabularies/employee-types.ts'
import { Refused } from '../../refusals.ts'
import { builtInTypes } from './built-in.ts'
import { type EmployeeType, employeeTypeOf } from './employee-type.ts'

/** How a number stands that people could carry. */
export type EmployeeTypeStanding = 'active' | 'inactive' | 'unknown'

/** Built-in numbers are always active; those of deleted types are unknown. */
export async function employeeTypeStanding(reader: Reader, company: string, number: number): Promise<EmployeeTypeStanding> {
  if (builtInTypes.some((type) => type.number === number)) return 'active'
  const row = await reader.first(findEmployeeTypeNumbered, { company, number })
  if (!row) return 'unknown'
  return row.active === 1 ? 'active' : 'inactive'
}

/** A type that the company made, by its id. Refuses with `employee_type_not_found`, `employee_type_built_in`. */
export async function customEmployeeTypeNow(reader: Reader, company: string, id: string): Promise<EmployeeType> {
  if (builtInTypes.some((type) => type.id === id)) throw new Refused({ fact: 'employee_type_built_in', type: id })
  const row = await reader.first(findRow, { company, id })
  if (!row) throw new Refused({ fact: 'employee_type_not_found', type: id })
  return employeeTypeOf(row)
}
