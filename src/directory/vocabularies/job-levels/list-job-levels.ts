import type { Reader } from '../../../storage/store.ts'
import { findJobLevelNamed, jobLevelsAfter } from '../../../storage/tables/vocabularies/job-levels.ts'
import { type JobLevel, jobLevelOf } from './job-level.ts'

interface Wanted {
  /** Only the one with exactly this name. */
  readonly name?: string | undefined
  /** The order that the page before ended with. */
  readonly after?: number | undefined
  readonly limit: number
}

/** Levels of a company in their order. */
export async function listJobLevels(reader: Reader, company: string, { name, after = -1, limit }: Wanted): Promise<JobLevel[]> {
  const rows =
    name === undefined
      ? await reader.all(jobLevelsAfter, { company, after, limit })
      : await reader.all(findJobLevelNamed, { company, name })
  return rows.map(jobLevelOf)
}
