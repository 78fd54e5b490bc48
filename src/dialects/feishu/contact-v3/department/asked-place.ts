import { coveredDepartments } from '../../../../directory/ranges/covers.ts'
import { rootDepartment } from '../../../../directory/ranges/range.ts'
import { Refused } from '../../../../directory/refusals.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import type { DepartmentIdType } from '../../ids.ts'
import { readDepartments } from '../../translate-ids.ts'

type Asked = { readonly department_id_type?: DepartmentIdType }

/**
 * The departments that were asked for, in order, all within the range; the root only in a range of all. To who sees a part of the company, an
 * unknown id is one outside that part. Refuses with `department_not_found`, `department_out_of_range`, `root_department_out_of_range`.
 */
export async function departmentsAsked(reader: Reader, call: Call, ids: readonly string[], asked: Asked): Promise<string[]> {
  const { all } = call.covering.range
  const found = await readDepartments(reader, call, ids, asked.department_id_type ?? 'open_department_id')
  const departments = found.map((department, index) => {
    if (department) return department.id
    const fact = all ? 'department_not_found' : 'department_out_of_range'
    throw new Refused({ fact, department: ids[index] as string })
  })
  if (all) return departments
  if (departments.includes(rootDepartment)) throw new Refused({ fact: 'root_department_out_of_range' })
  const covered = await coveredDepartments(reader, call.covering, departments)
  const outside = departments.findIndex((department) => !covered.has(department))
  if (outside >= 0) throw new Refused({ fact: 'department_out_of_range', department: ids[outside] as string })
  return departments
}

export async function departmentAsked(reader: Reader, call: Call, id: string, asked: Asked): Promise<string> {
  const [department] = await departmentsAsked(reader, call, [id], asked)
  return department as string
}

/** One that has a parent, so not the root. Refuses with `department_is_root`, or before that with `root_department_out_of_range`. */
export async function departmentToRead(reader: Reader, call: Call, id: string, asked: Asked): Promise<string> {
  const department = await departmentAsked(reader, call, id, asked)
  if (department === rootDepartment) throw new Refused({ fact: 'department_is_root' })
  return department
}

/** One that is to be changed, so not the root. Refuses with `department_is_root` too. */
export async function departmentToChange(reader: Reader, call: Call, id: string, asked: Asked): Promise<string> {
  if (id === rootDepartment) throw new Refused({ fact: 'department_is_root' })
  return departmentAsked(reader, call, id, asked)
}

/** Refuses with `parent_department_out_of_range`, `root_department_out_of_range`. */
export async function requireParentInRange(reader: Reader, call: Call, parent: string, written = parent): Promise<void> {
  if (call.covering.range.all) return
  if (parent === rootDepartment) throw new Refused({ fact: 'root_department_out_of_range' })
  const covered = await coveredDepartments(reader, call.covering, [parent])
  if (!covered.has(parent)) throw new Refused({ fact: 'parent_department_out_of_range', department: written })
}

/** The parent that a department is to have. Refuses with `parent_department_not_found` too. */
export async function parentAsked(reader: Reader, call: Call, id: string, asked: Asked): Promise<string> {
  const [parent] = await readDepartments(reader, call, [id], asked.department_id_type ?? 'open_department_id')
  if (!parent) {
    const fact = call.covering.range.all ? 'parent_department_not_found' : 'parent_department_out_of_range'
    throw new Refused({ fact, department: id })
  }
  await requireParentInRange(reader, call, parent.id, id)
  return parent.id
}
