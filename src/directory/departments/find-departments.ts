import type { Reader } from '../../storage/store.ts'
import { departmentsWithIds, findDepartment } from '../../storage/tables/departments/departments.ts'
import { rootDepartment } from '../ranges/range.ts'
import { Refused } from '../refusals.ts'
import { type Department, departmentOf } from './department.ts'

/** The departments of these ids, in order; undefined for an id that none has, as the root. One query, whatever their number. */
export async function findDepartments(reader: Reader, company: string, ids: readonly string[]): Promise<(Department | undefined)[]> {
  if (ids.length === 0) return []
  const rows = new Map((await reader.all(departmentsWithIds, { company, ids })).map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = rows.get(id)
    return row && departmentOf(row)
  })
}

/** One department as it stands now. Refuses with `department_is_root`, `department_not_found`. */
export async function departmentNow(reader: Reader, company: string, id: string): Promise<Department> {
  if (id === rootDepartment) throw new Refused({ fact: 'department_is_root' })
  const row = await reader.first(findDepartment, { company, department: id })
  if (!row) throw new Refused({ fact: 'department_not_found', department: id })
  return departmentOf(row)
}

/** The parent that a department is to have; the root always is there. Refuses with `parent_department_not_found`. */
export async function requireParent(reader: Reader, company: string, parent: string): Promise<void> {
  if (parent === rootDepartment) return
  if (await reader.first(findDepartment, { company, department: parent })) return
  throw new Refused({ fact: 'parent_department_not_found', department: parent })
}
