import type { Tx } from '../../../storage/store.ts'
import { companyNames } from '../../../storage/tables/vocabularies/company-names.ts'
import { companyNow } from '../../companies/find-company.ts'
import type { Ports } from '../../ports.ts'
import { record } from '../../record.ts'
import { type Translation, translations } from '../translations.ts'
import { type CompanyName, companyNameOf, companyNameRow, type NameTable, nameKinds } from './company-name.ts'

/** What came of asking for a name: it was there, it was made, it is there and disabled, or no more fit into the company. */
export type Ensured =
  | { readonly outcome: 'there' | 'made' | 'disabled'; readonly name: CompanyName }
  | { readonly outcome: 'full'; readonly most: number }

/** Sees to it that a company has a job title or a work city of a name. Runs in the company's stream; never refuses. */
export async function ensureNamed(
  tx: Tx,
  { ids }: Ports,
  company: string,
  table: NameTable,
  name: string,
  i18nName: readonly Translation[] = [],
): Promise<Ensured> {
  const { named, count, insert } = companyNames[table]
  const found = await tx.first(named, { company, name })
  if (found) return { outcome: found.enabled === 1 ? 'there' : 'disabled', name: companyNameOf(found) }
  const { limit, created } = nameKinds[table]
  const most = (await companyNow(tx, company)).facts.limits[limit]
  const counted = await tx.first(count, { company })
  if ((counted?.n ?? 0) >= most) return { outcome: 'full', most }
  const made: CompanyName = { id: ids.hex(12), name, i18nName: translations(i18nName), enabled: true, createdAt: tx.origin.at }
  await tx.run(insert, companyNameRow(company, made))
  record(tx, { kind: created, subject: made.id, after: made })
  return { outcome: 'made', name: made }
}
