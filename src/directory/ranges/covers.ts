import type { Reader } from '../../storage/store.ts'
import { peopleInCompanyGroups } from '../../storage/tables/companies/company-groups.ts'
import { departmentsBelow, peopleBelow } from '../../storage/tables/departments/department-ancestors.ts'
import { Refused } from '../refusals.ts'
import type { Range } from './range.ts'

/** A range within one company. */
export interface Covering {
  readonly company: string
  readonly range: Range
}

/** Which of these departments a range covers: those that it names, and what lies below them. The root only with all of the company. */
export async function coveredDepartments(
  reader: Reader,
  { company, range }: Covering,
  departments: readonly string[],
): Promise<Set<string>> {
  if (range.all) return new Set(departments)
  if (range.departments.length === 0 || departments.length === 0) return new Set()
  const rows = await reader.all(departmentsBelow, { company, departments, tops: range.departments })
  return new Set(rows.map(({ department }) => department))
}

/** Which of these people a range covers: those that it names, who is in its groups, and who is in its departments or below. */
export async function coveredPeople(reader: Reader, { company, range }: Covering, people: readonly string[]): Promise<Set<string>> {
  if (range.all) return new Set(people)
  const covered = new Set(people.filter((person) => range.people.includes(person)))
  const open = () => people.filter((person) => !covered.has(person))
  if (range.departments.length > 0 && open().length > 0) {
    for (const { person } of await reader.all(peopleBelow, { company, people: open(), tops: range.departments })) covered.add(person)
  }
  if (range.groups.length > 0 && open().length > 0) {
    for (const { member } of await reader.all(peopleInCompanyGroups, { company, people: open(), groups: range.groups })) covered.add(member)
  }
  return covered
}

/** Refuses with `department_out_of_range`, naming the first that is. */
export async function requireDepartments(reader: Reader, covering: Covering, departments: readonly string[]): Promise<void> {
  if (covering.range.all) return
  const covered = await coveredDepartments(reader, covering, departments)
  const outside = departments.find((department) => !covered.has(department))
  if (outside !== undefined) throw new Refused({ fact: 'department_out_of_range', department: outside })
}

/** Refuses with `person_out_of_range`, naming the first that is. */
export async function requirePeople(reader: Reader, covering: Covering, people: readonly string[]): Promise<void> {
  if (covering.range.all) return
  const covered = await coveredPeople(reader, covering, people)
  const outside = people.find((person) => !covered.has(person))
  if (outside !== undefined) throw new Refused({ fact: 'person_out_of_range', person: outside })
}

/** Refuses with `company_group_out_of_range`. */
export function requireGroup({ range }: Covering, group: string): void {
  if (!range.all && !range.groups.includes(group)) throw new Refused({ fact: 'company_group_out_of_range', group })
}
