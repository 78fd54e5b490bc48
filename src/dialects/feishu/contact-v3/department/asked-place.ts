import { departmentsWithin, parentWithin } from '../../../../directory/ranges/asked-departments.ts'
import { rootDepartment } from '../../../../directory/ranges/range.ts'
import { Refused } from '../../../../directory/refusals.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import type { DepartmentIdType } from '../../ids.ts'
import { askedDepartments } from '../../translate-ids.ts'

type Asked = { readonly department_id_type?: DepartmentIdType }

const idTypeOf = ({ department_id_type: type = 'open_department_id' }: Asked) => type

/** The departments that were asked for, in order, all within the range. Refuses as `departmentsWithin` does. */
export async function departmentsAsked(reader: Reader, call: Call, ids: readonly string[], asked: Asked): Promise<string[]> {
  return departmentsWithin(reader, call.covering, await askedDepartments(reader, call, ids, idTypeOf(asked)))
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

/** The parent that a department is to have. Refuses as `parentWithin` does. */
export async function parentAsked(reader: Reader, call: Call, id: string, asked: Asked): Promise<string> {
  const [parent] = await askedDepartments(reader, call, [id], idTypeOf(asked))
  return parentWithin(reader, call.covering, parent ?? { written: id, found: undefined })
}
