import type { Reader } from '../../../storage/store.ts'
import { employeeTypesAfter } from '../../../storage/tables/vocabularies/employee-types.ts'
import { builtInTypes } from './built-in.ts'
import { type EmployeeType, employeeTypeOf } from './employee-type.ts'

interface Wanted {
  /** The number that the page before ended with. */
  readonly after?: number | undefined
  readonly limit: number
}

/** All types of a company by number, active or not; the built-in ones come first. */
export async function listEmployeeTypes(reader: Reader, company: string, { after = 0, limit }: Wanted): Promise<EmployeeType[]> {
  const builtIn = builtInTypes.filter(({ number }) => number > after).slice(0, limit)
  const rest = limit - builtIn.length
  if (rest === 0) return builtIn
  const rows = await reader.all(employeeTypesAfter, { company, after, limit: rest })
  return [...builtIn, ...rows.map(employeeTypeOf)]
}
