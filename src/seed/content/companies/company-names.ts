import { rootDepartment } from '../../../directory/ranges/range.ts'
import type { DepartmentRow, PersonRow } from '../../../storage/schemas/companies.ts'
import type { JobFamilyRow, JobLevelRow } from '../../../storage/schemas/vocabularies.ts'

/** How a document names what is in a company, by its id; what is gone is named by its id. */
export interface CompanyNames {
  family(id: string): string
  level(id: string): string
  department(id: string): string
  person(id: string): string
}

/** The path of the root. */
export const rootPath = '/'

interface Named {
  readonly families: readonly Pick<JobFamilyRow, 'id' | 'name'>[]
  readonly levels: readonly Pick<JobLevelRow, 'id' | 'name'>[]
  readonly departments: readonly Pick<DepartmentRow, 'id' | 'parent' | 'name'>[]
  readonly people: readonly Pick<PersonRow, 'id' | 'code_key'>[]
}

export function namesIn({ families, levels, departments, people }: Named): CompanyNames {
  const family = new Map(families.map(({ id, name }) => [id, name]))
  const level = new Map(levels.map(({ id, name }) => [id, name]))
  const person = new Map(people.map(({ id, code_key }) => [id, code_key ?? id]))
  const department = pathsOf(departments)
  return {
    family: (id) => family.get(id) ?? id,
    level: (id) => level.get(id) ?? id,
    department: (id) => department.get(id) ?? id,
    person: (id) => person.get(id) ?? id,
  }
}

/** Paths of departments by their ids, the root among them. */
function pathsOf(departments: Named['departments']): ReadonlyMap<string, string> {
  const byId = new Map(departments.map((department) => [department.id, department]))
  const paths = new Map([[rootDepartment, rootPath]])
  const pathOf = (id: string): string => {
    const known = paths.get(id)
    if (known !== undefined) return known
    const department = byId.get(id)
    const path = department ? pathBelow(pathOf(department.parent), department.name) : id
    paths.set(id, path)
    return path
  }
  for (const { id } of departments) pathOf(id)
  return paths
}

export function pathBelow(above: string, name: string): string {
  return above === rootPath ? name : `${above}/${name}`
}
