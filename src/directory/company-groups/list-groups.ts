import type { Reader } from '../../storage/store.ts'
import { groupsWithPerson, someGroupsWithPerson } from '../../storage/tables/companies/company-group-members.ts'
import { companyGroupsInOrder, someCompanyGroupsInOrder } from '../../storage/tables/companies/company-groups.ts'
import type { Position } from '../paging.ts'
import { type Covering, requirePeople } from '../ranges/covers.ts'
import { type CompanyGroup, type CompanyGroupKind, companyGroupOf } from './group.ts'

export interface CompanyGroupQuery {
  readonly covering: Covering
  readonly kind: CompanyGroupKind
  readonly after?: Position | undefined
  readonly limit: number
}

/** Groups of a kind that the caller may see, the oldest first. */
export async function listCompanyGroups(reader: Reader, { covering, kind, after, limit }: CompanyGroupQuery): Promise<CompanyGroup[]> {
  const { company, range } = covering
  const page = { company, kind, at: after?.at ?? 0, id: after?.id ?? '', limit }
  if (range.all) return (await reader.all(companyGroupsInOrder, page)).map(companyGroupOf)
  if (range.groups.length === 0) return []
  return (await reader.all(someCompanyGroupsInOrder, { ...page, groups: range.groups })).map(companyGroupOf)
}

export interface JoinedQuery {
  readonly covering: Covering
  readonly person: string
  readonly kind?: CompanyGroupKind | undefined
  readonly after: string
  readonly limit: number
}

/** Ids of the groups that a person is in and the caller may see, in their order. Refuses with `person_out_of_range`. */
export async function groupsOfPerson(reader: Reader, { covering, person, kind, after, limit }: JoinedQuery): Promise<string[]> {
  const { company, range } = covering
  await requirePeople(reader, covering, [person])
  const page = { company, person, kind: kind ?? null, after, limit }
  if (range.all) return (await reader.all(groupsWithPerson, page)).map(({ group_id }) => group_id)
  if (range.groups.length === 0) return []
  return (await reader.all(someGroupsWithPerson, { ...page, groups: range.groups })).map(({ group_id }) => group_id)
}
