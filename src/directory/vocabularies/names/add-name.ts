import type { Tx } from '../../../storage/store.ts'
import type { Ports } from '../../ports.ts'
import { Refused } from '../../refusals.ts'
import type { Translation } from '../translations.ts'
import type { CompanyName, NameTable } from './company-name.ts'
import { ensureNamed } from './ensure-named.ts'

interface NewName {
  readonly name: string
  readonly i18nName?: readonly Translation[] | undefined
}

/** Adds a job title or work city. Runs in the company's stream. Refuses with `company_not_found`, `company_name_taken`, `company_name_limit_reached`. */
export async function addCompanyName(tx: Tx, ports: Ports, company: string, table: NameTable, wanted: NewName): Promise<CompanyName> {
  const ensured = await ensureNamed(tx, ports, company, table, wanted.name, wanted.i18nName)
  if (ensured.outcome === 'full') throw new Refused({ fact: 'company_name_limit_reached', most: ensured.most })
  if (ensured.outcome !== 'made') throw new Refused({ fact: 'company_name_taken', name: wanted.name })
  return ensured.name
}
