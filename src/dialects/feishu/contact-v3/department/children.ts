import { Type } from 'typebox'
import { endpoint } from '../../declaration.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'
import { departmentAsked } from './asked-place.ts'
import { never, shownDepartment } from './department-fields.ts'
import { departmentReader, idTypes, readScopes } from './department-reader.ts'
import { pageBelow } from './listed-below.ts'
import { showDepartments } from './show-departments.ts'

export const listDepartmentChildren = endpoint({
  ...departmentReader,
  name: 'department.children',
  summary: { en: 'List what lies below a department, directly or at all', zh: '获取子部门列表' },
  source: 'contact-v3, department/children',
  method: 'GET',
  route: '/open-apis/contact/v3/departments/:department_id/children',
  scopes: [...readScopes, 'contact:department.organize:readonly'],
  path: { department_id: Type.String() },
  query: { ...idTypes, fetch_child: Type.Optional(Type.Boolean()), page_size: pageSize(50), page_token: pageToken },
  output: paged('items', shownDepartment),
  errors: {
    43010: [400, 'big dept forbid recursion error'],
    40003: [400, 'internal error'],
    40008: [400, 'dept Info is null error'],
    40014: [403, 'no parent dept authority error'],
    40011: [400, 'page size is invalid'],
    40012: [400, 'page token is invalid error'],
    42008: [401, 'tenant id is invalid error'],
    43007: [400, 'duplicated department custom id error'],
    40004: [403, 'no dept authority error'],
  },
  faults: [40003],
  unreachable: { 42008: never[42008], 43007: never.codeTaken, 43010: never[43010] },
  async handle(call, { path, query }) {
    return call.session.read(async (reader) => {
      const { page_size: size = 10, page_token: token, fetch_child: recursive = false } = query
      const top = await departmentAsked(reader, call, path.department_id, query)
      const { page, ...more } = await pageBelow(reader, call, { endpoint: 'department.children', top, recursive, size, token })
      return { items: await showDepartments(reader, call, query, page), ...more }
    })
  },
})
