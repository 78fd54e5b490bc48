import type { Reader } from '../../../storage/store.ts'
import { companyNames } from '../../../storage/tables/vocabularies/company-names.ts'
import { Refused } from '../../refusals.ts'
import { type CompanyName, companyNameOf, type NameTable } from './company-name.ts'

/** A job title or work city by its id. Refuses with `job_title_not_found`, `work_city_not_found`. */
export async function companyNameNow(reader: Reader, company: string, table: NameTable, id: string): Promise<CompanyName> {
  const row = await reader.first(companyNames[table].find, { company, id })
  if (row) return companyNameOf(row)
  throw new Refused(table === 'job_titles' ? { fact: 'job_title_not_found', title: id } : { fact: 'work_city_not_found', city: id })
}
