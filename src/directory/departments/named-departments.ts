import type { Reader } from '../../storage/store.ts'
import { codesOfDepartments, departmentsNamed } from '../../storage/tables/departments/departments.ts'
import { rootDepartment } from '../ranges/range.ts'

/** How a department is named: by the id that is for ever, or by the code that the company chose. `0` is the root in both. */
export type DepartmentName = readonly ['id' | 'code', string]

export interface NamedDepartment {
  readonly id: string
  readonly code: string
}

/** The departments of these names, in order; undefined where there is none. One query, whatever their number. */
export async function namedDepartments(
  reader: Reader,
  company: string,
  names: readonly (DepartmentName | undefined)[],
): Promise<(NamedDepartment | undefined)[]> {
  const found = names.map((name): NamedDepartment | undefined =>
    name?.[1] === rootDepartment ? { id: rootDepartment, code: rootDepartment } : undefined,
  )
  if (names.every((name, index) => name === undefined || found[index])) return found
  const asked = names.map((name) => name ?? (['id', ''] as const))
  for (const { position, id, code } of await reader.all(departmentsNamed, { company, names: asked })) found[position] = { id, code }
  return found
}

/** The codes of departments by their ids, with the root's; one query. */
export async function departmentCodes(reader: Reader, company: string, departments: readonly string[]): Promise<Map<string, string>> {
  const codes = new Map([[rootDepartment, rootDepartment]])
  if (departments.some((department) => department !== rootDepartment)) {
    for (const { id, code } of await reader.all(codesOfDepartments, { company, ids: departments })) codes.set(id, code)
  }
  return codes
}
