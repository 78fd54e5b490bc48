import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../storage/store.ts'
import { updateCompany } from '../../storage/tables/companies/companies.ts'
import { companyStream } from '../events.ts'
import { record } from '../record.ts'
import { type Company, type CompanyFactsSet, factsText, withFacts } from './company.ts'
import { companyNow } from './find-company.ts'

export interface CompanyChanges {
  readonly name?: string
  /** Those that are named change. */
  readonly facts?: CompanyFactsSet
}

/** Changes a company's name and what no call of a wire sets. Refuses with `company_not_found`. */
export async function changeCompany(tx: Tx, company: string, { name, facts }: CompanyChanges): Promise<Company> {
  const before = await companyNow(tx, company)
  const after: Company = { ...before, name: name ?? before.name, facts: withFacts(before.facts, facts) }
  if (isDeepStrictEqual(before, after)) return before
  await tx.run(updateCompany, { id: company, name: after.name, facts: factsText(after.facts) })
  record(tx, { tenant: companyStream(company), kind: 'company_changed', subject: company, before, after })
  return after
}
