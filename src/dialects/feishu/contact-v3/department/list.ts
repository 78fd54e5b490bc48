import { Type } from 'typebox'
import { listSome } from '../../../../directory/departments/list-departments.ts'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import { endpoint, type InputOf } from '../../declaration.ts'
import { cut, pageTokens } from '../../paging.ts'
import { idTypes, pageSize, pageToken } from '../../schemas.ts'
import { departmentAsked } from './asked-place.ts'
import { belowReader, type DepartmentPage, pageBelow } from './listed-below.ts'
import { showDepartments, shownRoot } from './show-departments.ts'

const query = {
  ...idTypes,
  parent_department_id: Type.Optional(Type.String()),
  fetch_child: Type.Optional(Type.Boolean()),
  page_size: pageSize(50),
  page_token: pageToken,
}
type Query = InputOf<Record<never, never>, typeof query, Record<never, never>>['query']

/** Kept as the vendor keeps it; `department.children` is the newer way. */
export const listDepartments = endpoint({
  ...belowReader,
  name: 'department.list',
  summary: { en: 'List what lies below a department, or what the app may see', zh: '获取部门信息列表（历史版本）' },
  source: 'contact-v3, department/list',
  method: 'GET',
  route: '/open-apis/contact/v3/departments',
  query,
  async handle(call, { query }) {
    return call.session.read(async (reader) => {
      if (query.parent_department_id === undefined && call.covering.range.all) return { items: [shownRoot(call)], has_more: false }
      const { page, ...more } = await pageOf(reader, call, query)
      return { items: await showDepartments(reader, call, query, page), ...more }
    })
  },
})

async function pageOf(reader: Reader, call: Call, asked: Query): Promise<DepartmentPage> {
  const { parent_department_id: parent, page_size: size = 10, page_token: token, fetch_child: recursive = false } = asked
  if (parent === undefined) return rangePage(reader, call, { size, token, recursive })
  const top = await departmentAsked(reader, call, parent, asked)
  return pageBelow(reader, call, { endpoint: 'department.list', top, recursive, size, token })
}

interface OfRange {
  readonly size: number
  readonly token: string | undefined
  readonly recursive: boolean
}

/** The departments that the range names, with what is below them or without. */
async function rangePage(reader: Reader, { covering, company }: Call, { size, token, recursive }: OfRange): Promise<DepartmentPage> {
  const departments = covering.range.all ? [] : covering.range.departments
  const tokens = pageTokens('department.list', company.id, recursive, ...departments)
  const [after = ''] = tokens.read(token, [['']]) ?? []
  const rows = await listSome(reader, company.id, departments, { after, limit: size + 1, below: recursive })
  return cut(rows, size, tokens, ({ id }) => [id])
}
