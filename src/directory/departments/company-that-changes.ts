import type { Reader } from '../../storage/store.ts'
import type { Company } from '../companies/company.ts'
import { companyNow } from '../companies/find-company.ts'
import { Refused } from '../refusals.ts'

/** The company, whose departments may be changed. Refuses with `departments_fed_from_outside`. */
export async function companyThatChanges(reader: Reader, id: string): Promise<Company> {
  const company = await companyNow(reader, id)
  if (company.facts.fedFromOutside) throw new Refused({ fact: 'departments_fed_from_outside' })
  return company
}
