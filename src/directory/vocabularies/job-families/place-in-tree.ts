import type { Reader } from '../../../storage/store.ts'
import { findDeletedJobFamily, jobFamiliesBelow } from '../../../storage/tables/vocabularies/job-families.ts'
import { Refused } from '../../refusals.ts'
import { findJobFamily } from './find-job-family.ts'
import type { JobFamily } from './job-family.ts'

interface Place {
  readonly company: string
  /** What is placed; undefined for what is not there yet. */
  readonly family?: string
  readonly parent: string
  /** Levels of the tree. */
  readonly most: number
}

/**
 * Requires that a family, with all below it, may lie below a parent.
 * Refuses with `parent_job_family_not_found`, `parent_job_family_deleted`, `parent_job_family_disabled`, `job_family_under_itself`,
 * `job_family_too_deep`.
 */
export async function requirePlace(reader: Reader, place: Place): Promise<void> {
  const { company, family, parent, most } = place
  const above = await parentNow(reader, company, parent)
  const way = await wayUp(reader, company, above)
  if (family !== undefined && way.includes(family)) throw new Refused({ fact: 'job_family_under_itself', family, parent })
  if (!above.enabled) throw new Refused({ fact: 'parent_job_family_disabled', parent })
  const height = family === undefined ? 1 : await heightOf(reader, company, family)
  if (way.length + height > most) throw new Refused({ fact: 'job_family_too_deep', most })
}

async function parentNow(reader: Reader, company: string, parent: string): Promise<JobFamily> {
  const found = await findJobFamily(reader, company, parent)
  if (found) return found
  const deleted = await reader.first(findDeletedJobFamily, { company, id: parent })
  throw new Refused({ fact: deleted ? 'parent_job_family_deleted' : 'parent_job_family_not_found', parent })
}

/** From a family to the top, both included; as long as the tree is deep. */
async function wayUp(reader: Reader, company: string, from: JobFamily): Promise<string[]> {
  const way = [from.id]
  for (let next = from.parent; next !== ''; ) {
    way.push(next)
    next = (await findJobFamily(reader, company, next))?.parent ?? ''
  }
  return way
}

/** Levels of what lies below a family, with its own. */
async function heightOf(reader: Reader, company: string, family: string): Promise<number> {
  let height = 0
  for (let level = [family]; level.length > 0; height++) {
    const below = await reader.all(jobFamiliesBelow, { company, parents: level })
    level = below.map(({ id }) => id)
  }
  return height
}
