import type { Reader } from '../../storage/store.ts'
import type { Company } from '../companies/company.ts'
import { companyNow } from '../companies/find-company.ts'
import { Refused } from '../refusals.ts'

/** The company as it stands now, which has units. Refuses with `company_not_found`, `units_not_available`. */
export async function companyWithUnits(reader: Reader, id: string): Promise<Company> {
  const company = await companyNow(reader, id)
  if (!company.facts.units) throw new Refused({ fact: 'units_not_available' })
  return company
}
