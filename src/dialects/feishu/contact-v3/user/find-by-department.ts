import { Type } from 'typebox'
import { endpoint } from '../../declaration.ts'
import { pageTokens } from '../../paging.ts'
import { idTypes, pageSize, pageToken } from '../../schemas.ts'
import { askedSeats, seatedReader } from './department-users.ts'

export const findUsersByDepartment = endpoint({
  ...seatedReader,
  name: 'user.find_by_department',
  summary: { en: 'The users that sit directly in a department', zh: '获取部门直属用户列表' },
  source: 'contact-v3, user/find_by_department',
  method: 'GET',
  route: '/open-apis/contact/v3/users/find_by_department',
  scopes: [
    'contact:contact.base:readonly',
    'contact:department.organize:readonly',
    'contact:contact:access_as_app',
    'contact:contact:readonly',
    'contact:contact:readonly_as_app',
  ],
  query: { ...idTypes, department_id: Type.String(), page_size: pageSize(50), page_token: pageToken },
  handle(call, { query }) {
    const { department_id: department, page_size: size = 10, department_id_type: type = 'open_department_id' } = query
    const tokens = pageTokens('user.find_by_department', call.company.id, department, type)
    return askedSeats(call, { ...query, department, size, tokens })
  },
})
