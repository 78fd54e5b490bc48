import { Type } from 'typebox'
import { deleteDepartment as remove } from '../../../../directory/departments/delete-department.ts'
import { departmentNow } from '../../../../directory/departments/find-departments.ts'
import { companyStream } from '../../../../directory/events.ts'
import { requireParentWithin } from '../../../../directory/ranges/asked-departments.ts'
import { endpoint } from '../../declaration.ts'
import { departmentIdType } from '../../schemas.ts'
import { departmentToChange } from './asked-place.ts'
import { departmentWriter } from './department-calls.ts'
import { never } from './department-fields.ts'

export const deleteDepartment = endpoint({
  ...departmentWriter,
  name: 'department.delete',
  summary: { en: 'Delete a department that holds neither people nor departments', zh: '删除部门' },
  source: 'contact-v3, department/delete',
  method: 'DELETE',
  route: '/open-apis/contact/v3/departments/:department_id',
  path: { department_id: Type.String() },
  query: { department_id_type: departmentIdType },
  output: Type.Object({}),
  errors: {
    43011: [400, 'delete has member dept error'],
    43012: [400, 'delete has sub dept department error'],
    40002: [400, 'process root dept error'],
    40003: [400, 'internal error'],
    40004: [403, 'no dept authority error'],
    40014: [403, 'no parent dept authority error'],
    42008: [401, 'tenant id is invalid error'],
  },
  faults: [40003],
  unreachable: { 42008: never[42008] },
  chosen: {
    40008: { http: 400, msg: 'dept Info is null error', reason: 'a department that is not there has this code on the pages beside it' },
    43031: {
      http: 400,
      msg: 'Unable to edit data from external data sources',
      reason: 'departments fed from outside have this code of department/patch',
    },
  },
  async handle(call, { path, query }) {
    const company = call.company.id
    await call.session.write(companyStream(company), async (tx) => {
      const department = await departmentNow(tx, company, await departmentToChange(tx, call, path.department_id, query))
      await requireParentWithin(tx, call.covering, department.parent)
      await remove(tx, company, department)
    })
    return {}
  },
})
