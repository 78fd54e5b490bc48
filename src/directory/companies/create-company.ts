import type { Tx } from '../../storage/store.ts'
import { insertCompany } from '../../storage/tables/companies/companies.ts'
import { companyStream } from '../events.ts'
import type { Ports } from '../ports.ts'
import { record } from '../record.ts'
import { type Company, type CompanyFactsSet, companyFacts, factsText, withFacts } from './company.ts'

/** An id that no company has: 16 hexadecimal digits. */
export function newCompanyId({ ids }: Ports): string {
  return ids.hex(16)
}

/** Makes a company with nobody in it. Runs in the stream of its id, which is new. */
export async function createCompany(
  tx: Tx,
  { id, name, facts }: { readonly id: string; readonly name: string; readonly facts?: CompanyFactsSet },
): Promise<Company> {
  const company: Company = { id, name, facts: withFacts(companyFacts, facts), createdAt: tx.origin.at }
  await tx.run(insertCompany, { id, name, facts: factsText(company.facts), created_at: company.createdAt })
  record(tx, { tenant: companyStream(id), kind: 'company_created', subject: id, after: company })
  return company
}
