import { Type } from 'typebox'
import { findDepartments } from '../../../../directory/departments/find-departments.ts'
import { rootDepartment } from '../../../../directory/ranges/range.ts'
import { endpoint } from '../../declaration.ts'
import { idTypes } from '../../schemas.ts'
import { departmentsAsked } from './asked-place.ts'
import { departmentReader } from './department-calls.ts'
import { never, shownDepartment } from './department-fields.ts'
import { showDepartments, shownRoot } from './show-departments.ts'

export const batchDepartments = endpoint({
  ...departmentReader,
  name: 'department.batch',
  summary: { en: 'Get up to 50 departments by their ids', zh: '批量获取部门信息' },
  source: 'contact-v3, department/batch',
  method: 'GET',
  route: '/open-apis/contact/v3/departments/batch',
  scopes: ['contact:contact.base:readonly'],
  query: { ...idTypes, department_ids: Type.Array(Type.String(), { maxItems: 50, refusal: 40011 }) },
  output: Type.Object({ items: Type.Array(shownDepartment) }),
  errors: {
    40001: [400, 'param is invalid'],
    43010: [400, 'big dept forbid recursion error'],
    40003: [400, 'internal error'],
    40008: [400, 'dept Info is null error'],
    40014: [403, 'no parent dept authority error'],
    40011: [400, 'page size is more than 50 error'],
    40012: [400, 'page token is invalid error'],
    42008: [401, 'tenant id is invalid error'],
    43007: [400, 'duplicated department unit custom id error'],
    40004: [403, 'no dept authority error'],
  },
  faults: [40003],
  unreachable: { 40012: 'this call has no page_token', 42008: never[42008], 43007: never.codeTaken, 43010: never[43010] },
  async handle(call, { query }) {
    return call.session.read(async (reader) => {
      const ids = new Set(await departmentsAsked(reader, call, query.department_ids, query))
      const found = (await findDepartments(reader, call.company.id, [...ids])).filter((department) => department !== undefined)
      const shown = await showDepartments(reader, call, query, found)
      return { items: ids.has(rootDepartment) ? [shownRoot(call), ...shown] : shown }
    })
  },
})
