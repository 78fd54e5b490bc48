import type { Reader } from '../../storage/store.ts'
import { ancestorsOf, levelsBelowDepartment } from '../../storage/tables/departments/department-ancestors.ts'
import { childrenOf } from '../../storage/tables/departments/department-siblings.ts'
import { countDepartments } from '../../storage/tables/departments/departments.ts'
import type { Company } from '../companies/company.ts'
import { Refused } from '../refusals.ts'
import type { Department } from './department.ts'

/** Refuses with `department_limit_reached`. */
export async function requireRoom(reader: Reader, { id, facts }: Company): Promise<void> {
  const limit = facts.limits.departments
  const counted = await reader.first(countDepartments, { company: id })
  if ((counted?.n ?? 0) >= limit) throw new Refused({ fact: 'department_limit_reached', limit })
}

/** Whether one more child, with so many levels below it, has room below a parent. Refuses with `department_too_deep`, `department_has_most_children`. */
export async function requireRoomBelow(reader: Reader, { id: company, facts }: Company, parent: string, levels = 0): Promise<void> {
  const { departmentDepth, departmentChildren } = facts.limits
  const depth = (await reader.all(ancestorsOf, { company, departments: [parent] })).length
  if (depth + 1 + levels > departmentDepth) throw new Refused({ fact: 'department_too_deep', department: parent, limit: departmentDepth })
  const { count = 0 } = (await reader.first(childrenOf, { company, parent })) ?? {}
  if (count >= departmentChildren)
    throw new Refused({ fact: 'department_has_most_children', department: parent, limit: departmentChildren })
}

/** Refuses with `department_under_itself`, and as `requireRoomBelow`. */
export async function requireMove(reader: Reader, company: Company, { id }: Department, parent: string): Promise<void> {
  const way = await reader.all(ancestorsOf, { company: company.id, departments: [parent] })
  if (way.some(({ ancestor }) => ancestor === id)) throw new Refused({ fact: 'department_under_itself', department: id, parent })
  const below = await reader.first(levelsBelowDepartment, { company: company.id, department: id })
  await requireRoomBelow(reader, company, parent, below?.levels ?? 0)
}
