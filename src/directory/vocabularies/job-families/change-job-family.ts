import type { Tx } from '../../../storage/store.ts'
import { updateJobFamily } from '../../../storage/tables/vocabularies/job-families.ts'
import { companyNow } from '../../companies/find-company.ts'
import { record } from '../../record.ts'
import { translations } from '../translations.ts'
import { type NewJobFamily, requireFreeName } from './create-job-family.ts'
import { jobFamilyNow } from './find-job-family.ts'
import { type JobFamily, jobFamilyRow } from './job-family.ts'
import { requirePlace } from './place-in-tree.ts'

/** Changes what is named; an empty parent moves the family to the top. */
export type JobFamilyChange = { readonly [Member in keyof NewJobFamily]?: NewJobFamily[Member] | undefined }

/**
 * Changes a family. Runs in the company's stream.
 * Refuses with `job_family_not_found`, `job_family_name_taken`, and with what `requirePlace` does.
 */
export async function changeJobFamily(tx: Tx, company: string, id: string, change: JobFamilyChange): Promise<JobFamily> {
  const before = await jobFamilyNow(tx, company, id)
  const { name = before.name, description = before.description, parent = before.parent, enabled = before.enabled } = change
  if (parent !== before.parent && parent !== '') {
    const { limits } = (await companyNow(tx, company)).facts
    await requirePlace(tx, { company, family: id, parent, most: limits.jobFamilyDepth })
  }
  if (name !== before.name) await requireFreeName(tx, company, name)
  const after: JobFamily = {
    ...before,
    name,
    description,
    parent,
    enabled,
    i18nName: change.i18nName ? translations(change.i18nName) : before.i18nName,
    i18nDescription: change.i18nDescription ? translations(change.i18nDescription) : before.i18nDescription,
  }
  if (JSON.stringify(after) === JSON.stringify(before)) return before
  const changed = { ...after, updatedAt: tx.origin.at }
  await tx.run(updateJobFamily, jobFamilyRow(company, changed))
  record(tx, { kind: 'job_family_changed', subject: id, before, after: changed })
  return changed
}
