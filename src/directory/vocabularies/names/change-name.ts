import type { Tx } from '../../../storage/store.ts'
import { companyNames } from '../../../storage/tables/vocabularies/company-names.ts'
import { companyNow } from '../../companies/find-company.ts'
import { record } from '../../record.ts'
import { Refused } from '../../refusals.ts'
import { type Translation, translations } from '../translations.ts'
import { type CompanyName, companyNameRow, type NameTable, nameKinds } from './company-name.ts'
import { companyNameNow } from './find-name.ts'

export interface NameChange {
  readonly name?: string | undefined
  readonly i18nName?: readonly Translation[] | undefined
  readonly enabled?: boolean | undefined
}

interface Which {
  readonly table: NameTable
  readonly id: string
}

/**
 * Changes a job title or work city; people keep the name that they have. Runs in the company's stream.
 * Refuses with `company_not_found`, `job_title_not_found`, `work_city_not_found`, `company_name_taken`.
 */
export async function changeCompanyName(tx: Tx, company: string, { table, id }: Which, change: NameChange): Promise<CompanyName> {
  await companyNow(tx, company)
  const before = await companyNameNow(tx, company, table, id)
  const { name = before.name, enabled = before.enabled } = change
  const { named, update } = companyNames[table]
  if (name !== before.name && (await tx.first(named, { company, name }))) throw new Refused({ fact: 'company_name_taken', name })
  const after: CompanyName = { ...before, name, enabled, i18nName: change.i18nName ? translations(change.i18nName) : before.i18nName }
  if (JSON.stringify(after) === JSON.stringify(before)) return before
  await tx.run(update, companyNameRow(company, after))
  record(tx, { kind: nameKinds[table].changed, subject: id, before, after })
  return after
}
