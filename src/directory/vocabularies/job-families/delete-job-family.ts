import type { Tx } from '../../../storage/store.ts'
import { jobFamiliesBelow, keepDeletedJobFamily, deleteJobFamily as remove } from '../../../storage/tables/vocabularies/job-families.ts'
import { record } from '../../record.ts'
import { Refused } from '../../refusals.ts'
import { jobFamilyNow } from './find-job-family.ts'

/**
 * Deletes a family that has none below it; people keep its id. Runs in the company's stream.
 * Refuses with `job_family_not_found`, `job_family_has_children`.
 */
export async function deleteJobFamily(tx: Tx, company: string, id: string): Promise<void> {
  const family = await jobFamilyNow(tx, company, id)
  const below = await tx.all(jobFamiliesBelow, { company, parents: [id] })
  if (below.length > 0) throw new Refused({ fact: 'job_family_has_children', family: id })
  await tx.run(remove, { company, id })
  await tx.run(keepDeletedJobFamily, { company, id, deleted_at: tx.origin.at })
  record(tx, { kind: 'job_family_deleted', subject: id, before: family })
}
