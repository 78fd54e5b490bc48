import type { Reader } from '../../storage/store.ts'
import { findEmployeeTypeNumbered } from '../../storage/tables/vocabularies/employee-types.ts'
import { Refused } from '../refusals.ts'

/** Types 1 to 5 are in every company. */
const builtIn = 5

/** Refuses with `department_employee_type_unknown`, for types that are not there or not active. */
export async function requireEmployeeTypes(reader: Reader, company: string, types: readonly number[]): Promise<void> {
  for (const type of new Set(types)) {
    if (type >= 1 && type <= builtIn) continue
    const row = await reader.first(findEmployeeTypeNumbered, { company, number: type })
    if (row?.active !== 1) throw new Refused({ fact: 'department_employee_type_unknown', type })
  }
}
