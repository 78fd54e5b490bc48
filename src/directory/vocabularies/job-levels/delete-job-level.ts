import type { Tx } from '../../../storage/store.ts'
import { deleteJobLevel as remove } from '../../../storage/tables/vocabularies/job-levels.ts'
import { record } from '../../record.ts'
import { jobLevelNow } from './find-job-level.ts'

/** Deletes a level; people keep its id. Runs in the company's stream. Refuses with `job_level_not_found`. */
export async function deleteJobLevel(tx: Tx, company: string, id: string): Promise<void> {
  const level = await jobLevelNow(tx, company, id)
  await tx.run(remove, { company, id })
  record(tx, { kind: 'job_level_deleted', subject: id, before: level })
}
