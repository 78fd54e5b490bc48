import { listEmployeeTypes as list } from '../../../../directory/vocabularies/employee-types/list-employee-types.ts'
import { endpoint } from '../../declaration.ts'
import { cut, pageTokens } from '../../paging.ts'
import { usual } from '../../rates.ts'
import { paged, pageSize, pageToken } from '../../schemas.ts'
import { invalidParameter, shownType, showType } from './employee-type-fields.ts'

export const listEmployeeTypes = endpoint({
  name: 'employee_type_enum.list',
  area: 'employee-type-enum',
  summary: { en: 'The employee types of the company by number, the built-in ones first', zh: '查询人员类型，内置选项在前' },
  source: 'contact-v3, employee_type_enum/list',
  kind: 'read',
  method: 'GET',
  route: '/open-apis/contact/v3/employee_type_enums',
  tokens: ['tenant'],
  apps: ['custom', 'store'],
  scopes: ['contact:contact.base:readonly', 'contact:contact:access_as_app', 'contact:contact:readonly_as_app'],
  windows: usual,
  query: { page_size: pageSize(100, 1, 40001), page_token: pageToken },
  output: paged('items', shownType),
  errors: {},
  chosen: { 40001: invalidParameter },
  async handle({ company, session }, { query: { page_size: size = 20, page_token: token } }) {
    const tokens = pageTokens('employee_type_enum.list', company.id)
    const [after] = tokens.read(token, [[0]], 40001) ?? []
    const types = await session.read((reader) => list(reader, company.id, { after, limit: size + 1 }))
    const { page, ...rest } = cut(types, size, tokens, ({ number }) => [number])
    return { items: page.map(showType), ...rest }
  },
})
