import type { Reader } from '../../../storage/store.ts'
import { findJobLevel as find } from '../../../storage/tables/vocabularies/job-levels.ts'
import { Refused } from '../../refusals.ts'
import { type JobLevel, jobLevelOf } from './job-level.ts'

/** The level with an id, enabled or not; undefined when there is none. */
export async function findJobLevel(reader: Reader, company: string, id: string): Promise<JobLevel | undefined> {
  const row = await reader.first(find, { company, id })
  return row && jobLevelOf(row)
}

/** Refuses with `job_level_not_found`. */
export async function jobLevelNow(reader: Reader, company: string, id: string): Promise<JobLevel> {
  const level = await findJobLevel(reader, company, id)
  if (!level) throw new Refused({ fact: 'job_level_not_found', level: id })
  return level
}
