import type { Reader } from '../../storage/store.ts'
import { findCompanyGroup } from '../../storage/tables/companies/company-groups.ts'
import { namedDepartments } from '../departments/named-departments.ts'
import { namedPeople } from '../people/named-people.ts'
import { Refused } from '../refusals.ts'
import { everything, type Range } from './range.ts'

interface Lists {
  readonly departments: readonly string[]
  readonly people: readonly string[]
  readonly groups: readonly string[]
}

/** A range as somebody writes it: departments by id or code, people by code, groups by id. */
export type RangeNames = { readonly all: true } | ({ readonly all: false } & Partial<Lists>)

/** A range in the names that everything has now: departments by id, people by code, groups by id. */
export type NamesOfRange = { readonly all: true } | ({ readonly all: false } & Lists)

/**
 * The range that these names make. Refuses with `department_not_found`, `person_not_found`, `person_resigned`, `company_group_not_found` what there
 * is not.
 */
export async function namedRange(reader: Reader, company: string, names: RangeNames): Promise<Range> {
  if (names.all) return everything
  const { departments = [], people = [], groups = [] } = names
  const foundDepartments = await namedDepartments(
    reader,
    company,
    departments.map((name) => [name.startsWith('od-') ? 'id' : 'code', name]),
  )
  const foundPeople = await namedPeople(
    reader,
    company,
    people.map((name) => ['code', name]),
  )
  const missingDepartment = departments.find((_, index) => !foundDepartments[index])
  if (missingDepartment !== undefined) throw new Refused({ fact: 'department_not_found', department: missingDepartment })
  const missingPerson = people.find((_, index) => !foundPeople[index])
  if (missingPerson !== undefined) throw new Refused({ fact: 'person_not_found', person: missingPerson })
  const resigned = people.find((_, index) => foundPeople[index]?.resigned)
  if (resigned !== undefined) throw new Refused({ fact: 'person_resigned', person: resigned })
  for (const group of groups) {
    if (!(await reader.first(findCompanyGroup, { company, group }))) throw new Refused({ fact: 'company_group_not_found', group })
  }
  return {
    all: false,
    departments: unique(foundDepartments.map((found) => found?.id ?? '')),
    people: unique(foundPeople.map((found) => found?.id ?? '')),
    groups: unique(groups),
  }
}

/** The names of some ranges, in order: `namedRange` makes the same of them again. One query for the people of all. */
export async function namesOfRanges(reader: Reader, company: string, ranges: readonly Range[]): Promise<NamesOfRange[]> {
  const ids = unique(ranges.flatMap((range) => (range.all ? [] : range.people)))
  const found = await namedPeople(
    reader,
    company,
    ids.map((id) => ['id', id]),
  )
  // Who resigned is in no range; ranges that were written before that was so may still hold him.
  const codes = new Map(found.flatMap((person) => (person && !person.resigned ? [[person.id, person.code] as const] : [])))
  return ranges.map((range) => (range.all ? range : { ...range, people: range.people.flatMap((id) => codes.get(id) ?? []) }))
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
