import type { Tx } from '../../../storage/store.ts'
import { updateJobLevel } from '../../../storage/tables/vocabularies/job-levels.ts'
import { record } from '../../record.ts'
import { translations } from '../translations.ts'
import type { NewJobLevel } from './create-job-level.ts'
import { jobLevelNow } from './find-job-level.ts'
import { requireFreeName, requireFreeOrder } from './free-order.ts'
import { type JobLevel, jobLevelRow } from './job-level.ts'

/** Changes what is named. */
export type JobLevelChange = { readonly [Member in keyof NewJobLevel]?: NewJobLevel[Member] | undefined }

/**
 * Changes a level. Runs in the company's stream.
 * Refuses with `job_level_not_found`, `job_level_name_taken`, `job_level_order_taken`.
 */
export async function changeJobLevel(tx: Tx, company: string, id: string, change: JobLevelChange): Promise<JobLevel> {
  const before = await jobLevelNow(tx, company, id)
  const { name = before.name, description = before.description, order = before.order, enabled = before.enabled } = change
  if (name !== before.name) await requireFreeName(tx, company, name)
  if (order !== before.order) await requireFreeOrder(tx, company, order)
  const after: JobLevel = {
    ...before,
    name,
    description,
    order,
    enabled,
    i18nName: change.i18nName ? translations(change.i18nName) : before.i18nName,
    i18nDescription: change.i18nDescription ? translations(change.i18nDescription) : before.i18nDescription,
  }
  if (JSON.stringify(after) === JSON.stringify(before)) return before
  const changed = { ...after, updatedAt: tx.origin.at }
  await tx.run(updateJobLevel, jobLevelRow(company, changed))
  record(tx, { kind: 'job_level_changed', subject: id, before, after: changed })
  return changed
}
