import type { Reader } from '../../storage/store.ts'
import { companiesAfter, findCompany, firstCompany } from '../../storage/tables/companies/companies.ts'
import { Refused } from '../refusals.ts'
import { type Company, companyOf } from './company.ts'

/** The company as it stands now. Refuses with `company_not_found`. */
export async function companyNow(reader: Reader, company: string): Promise<Company> {
  const row = await reader.first(findCompany, { id: company })
  if (!row) throw new Refused({ fact: 'company_not_found', company })
  return companyOf(row)
}

/** All companies in the order of their ids, behind `after`. */
export async function listCompanies(reader: Reader, after: string, limit: number): Promise<Company[]> {
  return (await reader.all(companiesAfter, { after, limit })).map(companyOf)
}

/** Of several, the one that was made first; undefined without any. */
export async function oldestCompany(reader: Reader): Promise<Company | undefined> {
  const row = await reader.first(firstCompany, {})
  return row && companyOf(row)
}
