import { Type } from 'typebox'
import { changeDepartmentCode } from '../../../../directory/departments/change-code.ts'
import { companyStream } from '../../../../directory/events.ts'
import { endpoint } from '../../declaration.ts'
import { departmentIdType } from '../../schemas.ts'
import { departmentToChange } from './asked-place.ts'
import { departmentWriter } from './department-calls.ts'
import { customIdPattern, never } from './department-fields.ts'

export const updateDepartmentId = endpoint({
  ...departmentWriter,
  name: 'department.update_department_id',
  summary: { en: 'Change the id that the company chose for a department; open_department_id stays', zh: '更新部门 ID' },
  source: 'contact-v3, department/update_department_id',
  method: 'PATCH',
  route: '/open-apis/contact/v3/departments/:department_id/update_department_id',
  scopes: ['contact:contact:update_department_id'],
  path: { department_id: Type.String() },
  query: { department_id_type: departmentIdType },
  body: { new_department_id: Type.String({ pattern: customIdPattern, examples: ['sales'] }) },
  output: Type.Object({}),
  errors: {
    40001: [400, 'invalid params'],
    43009: [400, 'exceed update custom dept limit error'],
    40007: [403, 'can not update dept custom id error'],
    42008: [401, 'tenant id is invalid error'],
  },
  unreachable: { 42008: never[42008] },
  chosen: {
    40008: { http: 400, msg: 'dept Info is null error', reason: 'a department that is not there has this code on the pages beside it' },
    43007: { http: 400, msg: 'duplicated department custom id error', reason: 'an id that is taken has this code of department/create' },
    43031: {
      http: 400,
      msg: 'Unable to edit data from external data sources',
      reason: 'departments fed from outside have this code of department/patch',
    },
  },
  async handle(call, { path, query, body }) {
    await call.session.write(companyStream(call.company.id), async (tx) => {
      const department = await departmentToChange(tx, call, path.department_id, query)
      await changeDepartmentCode(tx, call.company.id, department, body.new_department_id)
    })
    return {}
  },
})
