import type { Department } from '../../../../directory/departments/department.ts'
import { listAbove } from '../../../../directory/departments/list-departments.ts'
import { coveredDepartments } from '../../../../directory/ranges/covers.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { endpoint } from '../../declaration.ts'
import { cut, pageTokens } from '../../paging.ts'
import { idTypes, namedId, paged, pageSize, pageToken } from '../../schemas.ts'
import { departmentToRead } from './asked-place.ts'
import { departmentReader, readScopes } from './department-calls.ts'
import { never, shownDepartment } from './department-fields.ts'
import { showDepartments } from './show-departments.ts'

const ofWrites = 'the page repeats codes of calls that write; this one reads what is above a department'

export const listDepartmentParents = endpoint({
  ...departmentReader,
  name: 'department.parent',
  summary: { en: 'List the departments above one, from its parent up', zh: '获取父部门信息' },
  source: 'contact-v3, department/parent',
  method: 'GET',
  route: '/open-apis/contact/v3/departments/parent',
  scopes: [...readScopes, 'contact:department.organize:readonly'],
  query: { ...idTypes, department_id: namedId(44102), page_size: pageSize(50), page_token: pageToken },
  output: paged('items', shownDepartment),
  errors: {
    43001: [409, 'dept unit repeat error'],
    43002: [409, 'dept unit is still using error'],
    43003: [409, 'multi dept unit error'],
    43004: [400, 'illegal unit error'],
    43005: [400, 'duplicate order error'],
    40001: [400, 'param error'],
    43007: [400, 'duplicated department custom id error'],
    43008: [400, 'custom dept id invalid error'],
    43009: [400, 'exceed update custom dept limit error'],
    43010: [400, 'big dept forbid recursion error'],
    43013: [400, 'dept too many children error'],
    43011: [400, 'delete has member dept error'],
    43012: [400, 'delete has sub dept department error'],
    40002: [400, 'process root dept error'],
    40003: [400, 'internal error'],
    40004: [403, 'no dept authority error'],
    40008: [400, 'dept Info is null error'],
    40010: [400, 'chat id is invalid error'],
    40014: [403, 'no parent dept authority error'],
    40011: [400, 'page size is invalid'],
    40012: [400, 'page token is invalid error'],
    42008: [401, 'tenant id is invalid error'],
    44102: [400, 'miss department_id error'],
  },
  faults: [40003],
  unreachable: {
    ...Object.fromEntries([43001, 43002, 43003, 43004, 43005, 43007, 43008, 43009, 43011, 43012, 43013].map((code) => [code, ofWrites])),
    40010: never.chat,
    42008: never[42008],
    43010: never[43010],
  },
  async handle(call, { query }) {
    return call.session.read(async (reader) => {
      const { page_size: size = 20, page_token: token } = query
      const id = await departmentToRead(reader, call, query.department_id, query)
      const tokens = pageTokens('department.parent', call.company.id, id)
      const above = await visibleAbove(reader, call, id)
      const last = tokens.read(token, [['']])?.[0]
      const begin = last === undefined ? 0 : above.findIndex((department) => department.id === last) + 1
      const { page, ...more } = cut(above.slice(begin), size, tokens, (department) => [department.id])
      return { items: await showDepartments(reader, call, query, page), ...more }
    })
  },
})

/** The way up ends where the range ends. */
async function visibleAbove(reader: Reader, call: Call, id: string): Promise<Department[]> {
  const above = await listAbove(reader, call.company.id, id)
  const ids = above.map((department) => department.id)
  const covered = await coveredDepartments(reader, call.covering, ids)
  return above.filter((department) => covered.has(department.id))
}
