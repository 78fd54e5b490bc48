import type { Ports } from '../ports.ts'
import type { Tx } from '../session.ts'
import { ensureNamed } from '../vocabularies/names/ensure-named.ts'
import type { Person } from './person.ts'

/** Names that a person was to have and does not: the company has no room for a new one, or has disabled it. */
export type Unkept = 'city' | 'job_title'

/** The person with his city and job title as the company has them; names that it lacks come into being, and those that can't leave him as he was. */
export async function withNames(tx: Tx, ports: Ports, company: string, before: Person | undefined, after: Person) {
  const unkept: Unkept[] = []
  const keep = async (table: 'work_cities' | 'job_titles', name: string, held: string, unkeptName: Unkept): Promise<string> => {
    if (name === '' || name === held) return name
    const { outcome } = await ensureNamed(tx, ports, company, table, name)
    if (outcome === 'there' || outcome === 'made') return name
    unkept.push(unkeptName)
    return held
  }
  const city = await keep('work_cities', after.city, before?.city ?? '', 'city')
  const jobTitle = await keep('job_titles', after.jobTitle, before?.jobTitle ?? '', 'job_title')
  return { person: { ...after, city, jobTitle }, unkept }
}
