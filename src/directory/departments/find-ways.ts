import type { Reader } from '../../storage/store.ts'
import { ancestorsOf } from '../../storage/tables/departments/department-ancestors.ts'
import type { Department } from './department.ts'
import { findDepartments } from './find-departments.ts'

/** The way to each of these departments: from the one below the root down to itself. Two queries, whatever their number. */
export async function findWays(reader: Reader, company: string, departments: readonly string[]): Promise<Map<string, Department[]>> {
  if (departments.length === 0) return new Map()
  const steps = await reader.all(ancestorsOf, { company, departments })
  const ids = [...new Set(steps.map(({ ancestor }) => ancestor))]
  const found = await findDepartments(reader, company, ids)
  const byId = new Map(ids.map((id, index) => [id, found[index]]))
  const ways = new Map<string, Department[]>()
  for (const { department, ancestor } of steps.toSorted((a, b) => b.depth - a.depth)) {
    const step = byId.get(ancestor)
    if (step) ways.set(department, [...(ways.get(department) ?? []), step])
  }
  return ways
}
