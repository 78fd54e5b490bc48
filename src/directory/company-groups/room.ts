import type { Reader } from '../../storage/store.ts'
import { countPeopleUpTo } from '../../storage/tables/companies/company-group-members.ts'
import { peopleOfAllGroups } from '../../storage/tables/companies/company-groups.ts'
import type { Company } from '../companies/company.ts'

/**
 * How many more people all normal groups together may take; told exactly only where it is fewer than `wanted`. The company has as many people as its
 * largest group at the least, so that in most companies nobody is counted; otherwise counting stops at as many as are needed.
 */
export async function room(reader: Reader, { id: company, facts }: Company, wanted: number): Promise<number> {
  const perHead = facts.limits.groupPeoplePerHead
  const { people, largest } = (await reader.first(peopleOfAllGroups, { company, kind: 'normal' })) ?? { people: 0, largest: 0 }
  if (people + wanted <= perHead * largest) return wanted
  const needed = perHead === 0 ? 0 : Math.ceil((people + wanted) / perHead)
  const heads = (await reader.first(countPeopleUpTo, { company, most: needed }))?.n ?? 0
  return Math.max(0, perHead * heads - people)
}
