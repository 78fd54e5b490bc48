import type { AskedDepartment } from '../../../../directory/departments/asked-department.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import type { DepartmentIdType } from '../../ids.ts'
import { askedDepartments } from '../../translate-ids.ts'

interface BindingBody {
  readonly department_id: string
  readonly department_id_type?: DepartmentIdType
}

/** The department that a body about bindings names. */
export async function askedDepartment(reader: Reader, call: Call, body: BindingBody): Promise<AskedDepartment> {
  const { department_id: id, department_id_type: type = 'open_department_id' } = body
  const [asked] = await askedDepartments(reader, call, [id], type)
  return asked ?? { written: id, found: undefined }
}
