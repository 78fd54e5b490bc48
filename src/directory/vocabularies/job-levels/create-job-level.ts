import type { Tx } from '../../../storage/store.ts'
import { countJobLevels, insertJobLevel } from '../../../storage/tables/vocabularies/job-levels.ts'
import { companyNow } from '../../companies/find-company.ts'
import type { Ports } from '../../ports.ts'
import { record } from '../../record.ts'
import { Refused } from '../../refusals.ts'
import { type Translation, translations } from '../translations.ts'
import { lastOrder, requireFreeName, requireFreeOrder } from './free-order.ts'
import { type JobLevel, jobLevelRow } from './job-level.ts'

export interface NewJobLevel {
  readonly name: string
  readonly description?: string | undefined
  /** Behind all others when absent. */
  readonly order?: number | undefined
  readonly i18nName?: readonly Partial<Translation>[] | undefined
  readonly i18nDescription?: readonly Partial<Translation>[] | undefined
  readonly enabled: boolean
}

/**
 * Adds a level to a company. Runs in the company's stream.
 * Refuses with `job_level_name_taken`, `job_level_order_taken`, `job_level_limit_reached`, `job_level_order_spent`.
 */
export async function createJobLevel(tx: Tx, { ids }: Ports, company: string, wanted: NewJobLevel): Promise<JobLevel> {
  const { jobLevels: most } = (await companyNow(tx, company)).facts.limits
  await requireFreeName(tx, company, wanted.name)
  if (wanted.order !== undefined) await requireFreeOrder(tx, company, wanted.order)
  const { n = 0, last = null } = (await tx.first(countJobLevels, { company })) ?? {}
  if (n >= most) throw new Refused({ fact: 'job_level_limit_reached', most })
  const at = tx.origin.at
  const created: JobLevel = {
    id: `mga${ids.text(12)}`,
    name: wanted.name,
    description: wanted.description ?? '',
    order: wanted.order ?? lastOrder(last),
    i18nName: translations(wanted.i18nName),
    i18nDescription: translations(wanted.i18nDescription),
    enabled: wanted.enabled,
    createdAt: at,
    updatedAt: at,
  }
  await tx.run(insertJobLevel, jobLevelRow(company, created))
  record(tx, { kind: 'job_level_created', subject: created.id, after: created })
  return created
}
