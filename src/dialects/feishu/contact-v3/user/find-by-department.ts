import { Type } from 'typebox'
import { endpoint } from '../../declaration.ts'
import { pageTokens } from '../../paging.ts'
import { usual } from '../../rates.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'
import { askedSeats } from './department-users.ts'
import { idTypes, readUser } from './user-reader.ts'

export const findUsersByDepartment = endpoint({
  name: 'user.find_by_department',
  area: 'user',
  summary: { en: 'The users that sit directly in a department', zh: '获取部门直属用户列表' },
  source: 'contact-v3, user/find_by_department',
  kind: 'read',
  method: 'GET',
  route: '/open-apis/contact/v3/users/find_by_department',
  tokens: ['tenant', 'user'],
  apps: ['custom', 'store'],
  scopes: [
    'contact:contact.base:readonly',
    'contact:department.organize:readonly',
    'contact:contact:access_as_app',
    'contact:contact:readonly',
    'contact:contact:readonly_as_app',
  ],
  windows: usual,
  query: { ...idTypes, department_id: Type.String(), page_size: pageSize(50), page_token: pageToken },
  output: paged('items', readUser),
  errors: {
    40004: [403, 'no dept authority error'],
    40011: [400, 'page size is invalid'],
    40012: [400, 'page token is invalid error'],
    41050: [400, 'no user authority error'],
  },
  unreachable: { 41050: 'The call names no user, and who may see a department may see whoever sits in it.' },
  chosen: {
    40008: {
      http: 400,
      msg: 'deptInfo is null error',
      reason: 'The page has no code for a department that is not there; the general table has this one.',
    },
  },
  handle(call, { query }) {
    const { department_id: department, page_size: size = 10, department_id_type: type = 'open_department_id' } = query
    const tokens = pageTokens('user.find_by_department', call.company.id, department, type)
    return askedSeats(call, { ...query, department, size, tokens })
  },
})
