import type { Reader } from '../../../storage/store.ts'
import { findJobFamilyNamed, jobFamiliesAfter } from '../../../storage/tables/vocabularies/job-families.ts'
import type { Position } from '../../paging.ts'
import { type JobFamily, jobFamilyOf } from './job-family.ts'

interface Wanted {
  /** Only the one with exactly this name. */
  readonly name?: string | undefined
  readonly after?: Position | undefined
  readonly limit: number
}

/** Families of a company, oldest first. */
export async function listJobFamilies(reader: Reader, company: string, { name, after, limit }: Wanted): Promise<JobFamily[]> {
  const rows =
    name === undefined
      ? await reader.all(jobFamiliesAfter, { company, at: after?.at ?? -1, after: after?.id ?? '', limit })
      : await reader.all(findJobFamilyNamed, { company, name })
  return rows.map(jobFamilyOf)
}
