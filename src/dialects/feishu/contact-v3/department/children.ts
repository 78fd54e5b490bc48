import { Type } from 'typebox'
import { endpoint } from '../../declaration.ts'
import { idTypes, pageSize, pageToken } from '../../schemas.ts'
import { departmentAsked } from './asked-place.ts'
import { belowReader, pageBelow } from './listed-below.ts'
import { showDepartments } from './show-departments.ts'

export const listDepartmentChildren = endpoint({
  ...belowReader,
  name: 'department.children',
  summary: { en: 'List what lies below a department, directly or at all', zh: '获取子部门列表' },
  source: 'contact-v3, department/children',
  method: 'GET',
  route: '/open-apis/contact/v3/departments/:department_id/children',
  path: { department_id: Type.String() },
  query: { ...idTypes, fetch_child: Type.Optional(Type.Boolean()), page_size: pageSize(50), page_token: pageToken },
  async handle(call, { path, query }) {
    return call.session.read(async (reader) => {
      const { page_size: size = 10, page_token: token, fetch_child: recursive = false } = query
      const top = await departmentAsked(reader, call, path.department_id, query)
      const { page, ...more } = await pageBelow(reader, call, { endpoint: 'department.children', top, recursive, size, token })
      return { items: await showDepartments(reader, call, query, page), ...more }
    })
  },
})
