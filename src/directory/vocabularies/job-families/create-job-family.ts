import type { Tx } from '../../../storage/store.ts'
import { countJobFamilies, findJobFamilyNamed, insertJobFamily } from '../../../storage/tables/vocabularies/job-families.ts'
import { companyNow } from '../../companies/find-company.ts'
import type { Ports } from '../../ports.ts'
import { record } from '../../record.ts'
import { Refused } from '../../refusals.ts'
import { type Translation, translations } from '../translations.ts'
import { type JobFamily, jobFamilyRow } from './job-family.ts'
import { requirePlace } from './place-in-tree.ts'

export interface NewJobFamily {
  readonly name: string
  readonly description?: string | undefined
  readonly parent?: string | undefined
  readonly i18nName?: readonly Partial<Translation>[] | undefined
  readonly i18nDescription?: readonly Partial<Translation>[] | undefined
  readonly enabled: boolean
}

/** Refuses with `job_family_name_taken`. */
export async function requireFreeName(tx: Tx, company: string, name: string): Promise<void> {
  if (await tx.first(findJobFamilyNamed, { company, name })) throw new Refused({ fact: 'job_family_name_taken', name })
}

/**
 * Adds a family to a company. Runs in the company's stream.
 * Refuses with `job_family_name_taken`, `job_family_limit_reached`, and with what `requirePlace` does.
 */
export async function createJobFamily(tx: Tx, { ids }: Ports, company: string, wanted: NewJobFamily): Promise<JobFamily> {
  const { limits } = (await companyNow(tx, company)).facts
  const { name, description = '', parent = '', enabled } = wanted
  if (parent !== '') await requirePlace(tx, { company, parent, most: limits.jobFamilyDepth })
  await requireFreeName(tx, company, name)
  const counted = await tx.first(countJobFamilies, { company })
  if ((counted?.n ?? 0) >= limits.jobFamilies) throw new Refused({ fact: 'job_family_limit_reached', most: limits.jobFamilies })
  const at = tx.origin.at
  const created: JobFamily = {
    id: `mga${ids.text(12)}`,
    name,
    description,
    parent,
    i18nName: translations(wanted.i18nName),
    i18nDescription: translations(wanted.i18nDescription),
    enabled,
    createdAt: at,
    updatedAt: at,
  }
  await tx.run(insertJobFamily, jobFamilyRow(company, created))
  record(tx, { kind: 'job_family_created', subject: created.id, after: created })
  return created
}
