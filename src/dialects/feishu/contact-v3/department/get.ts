import { Type } from 'typebox'
import { departmentNow } from '../../../../directory/departments/find-departments.ts'
import { rootDepartment } from '../../../../directory/ranges/range.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes } from '../../schemas.ts'
import { departmentAsked } from './asked-place.ts'
import { departmentReader, readScopes } from './department-calls.ts'
import { never, shownDepartment } from './department-fields.ts'
import { showDepartment, shownRoot } from './show-departments.ts'

export const getDepartment = endpoint({
  ...departmentReader,
  name: 'department.get',
  summary: { en: 'Get one department', zh: '获取单个部门信息' },
  source: 'contact-v3, department/get',
  method: 'GET',
  route: '/open-apis/contact/v3/departments/:department_id',
  scopes: readScopes,
  path: { department_id: Type.String() },
  query: idTypes,
  output: Type.Object({ department: shownDepartment }),
  errors: {
    40001: [400, 'param error'],
    43010: [400, 'big dept forbid recursion error'],
    40003: [400, 'internal error'],
    40004: [403, 'no dept authority error'],
    40008: [400, 'dept Info is null error'],
    42008: [401, 'tenant id is invalid error'],
    40015: [400, 'department not exist'],
  },
  faults: [40003],
  unreachable: { 40008: 'a department that is not there is 40015', 42008: never[42008], 43010: never[43010] },
  async handle(call, { path, query }) {
    return call.session.read(async (reader) => {
      const id = await departmentAsked(reader, call, path.department_id, query)
      if (id === rootDepartment) return { department: shownRoot(call) }
      return { department: await showDepartment(reader, call, query, await departmentNow(reader, call.company.id, id)) }
    })
  },
})
