import type { Reader } from '../../storage/store.ts'
import { companyGroupWithName, findCompanyGroup } from '../../storage/tables/companies/company-groups.ts'
import type { Company } from '../companies/company.ts'
import { companyNow } from '../companies/find-company.ts'
import { type Covering, requireGroup } from '../ranges/covers.ts'
import { Refused } from '../refusals.ts'
import { type CompanyGroup, companyGroupOf } from './group.ts'

/** The group of an id; undefined when there is none. */
export async function findGroup(reader: Reader, company: string, group: string): Promise<CompanyGroup | undefined> {
  const row = await reader.first(findCompanyGroup, { company, group })
  return row && companyGroupOf(row)
}

/**
 * A group within the caller's range as it stands now. Who sees only some groups is not told which others there are.
 * Refuses with `company_group_out_of_range`, `company_group_not_found`.
 */
export async function companyGroupNow(reader: Reader, covering: Covering, group: string): Promise<CompanyGroup> {
  requireGroup(covering, group)
  const found = await findGroup(reader, covering.company, group)
  if (!found) throw new Refused({ fact: 'company_group_not_found', group })
  return found
}

/** The company as it stands now, which has groups. Refuses with `company_not_found`, `company_groups_not_available`. */
export async function companyWithGroups(reader: Reader, id: string): Promise<Company> {
  const company = await companyNow(reader, id)
  if (!company.facts.groups) throw new Refused({ fact: 'company_groups_not_available' })
  return company
}

/** Refuses with `company_group_name_taken` when a group other than `own` has this very name. */
export async function requireFreeName(reader: Reader, company: string, name: string, own?: string): Promise<void> {
  const holder = await reader.first(companyGroupWithName, { company, name })
  if (holder && holder.id !== own) throw new Refused({ fact: 'company_group_name_taken', name, group: holder.id })
}

/** Refuses with `company_group_needs_whole_range` whoever does not see all of the company. */
export function requireWholeRange({ range }: Covering): void {
  if (!range.all) throw new Refused({ fact: 'company_group_needs_whole_range' })
}
