import type { Reader } from '../../../storage/store.ts'
import { findJobFamily as find } from '../../../storage/tables/vocabularies/job-families.ts'
import { Refused } from '../../refusals.ts'
import { type JobFamily, jobFamilyOf } from './job-family.ts'

/** The family with an id, enabled or not; undefined when there is none. */
export async function findJobFamily(reader: Reader, company: string, id: string): Promise<JobFamily | undefined> {
  const row = await reader.first(find, { company, id })
  return row && jobFamilyOf(row)
}

/** Refuses with `job_family_not_found`. */
export async function jobFamilyNow(reader: Reader, company: string, id: string): Promise<JobFamily> {
  const family = await findJobFamily(reader, company, id)
  if (!family) throw new Refused({ fact: 'job_family_not_found', family: id })
  return family
}
