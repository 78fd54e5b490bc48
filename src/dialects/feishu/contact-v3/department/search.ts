import { Type } from 'typebox'
import { searchDepartments as search } from '../../../../directory/departments/list-departments.ts'
import { endpoint } from '../../declaration.ts'
import { FeishuError } from '../../feishu-error.ts'
import { cut, type PageTokens, pageTokens } from '../../paging.ts'
import { idTypes, paged, pageToken } from '../../schemas.ts'
import { departmentReader } from './department-calls.ts'
import { shownDepartment } from './department-fields.ts'
import { showDepartments } from './show-departments.ts'

export const searchDepartments = endpoint({
  ...departmentReader,
  name: 'department.search',
  summary: { en: 'Find departments by a part of their name', zh: '搜索部门' },
  source: 'contact-v3, department/search',
  method: 'POST',
  route: '/open-apis/contact/v3/departments/search',
  tokens: ['user'],
  scopes: ['contact:contact.base:readonly', 'search:department:read', 'contact:contact:access_as_app', 'contact:contact:readonly_as_app'],
  query: { ...idTypes, page_token: pageToken, page_size: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })) },
  body: { query: Type.String({ minLength: 1, maxLength: 255 }) },
  output: paged('items', shownDepartment),
  errors: { 48001: [400, 'invalid param'], 48002: [500, 'Internal Server Error'] },
  invalid: 48001,
  faults: [48002],
  async handle(call, { query, body }) {
    return call.session.read(async (reader) => {
      const { page_size: size = 20, page_token: token } = query
      const tokens = pageTokens('department.search', call.company.id, body.query)
      const [after = ''] = placeOf(tokens, token) ?? []
      const rows = await search(reader, call.company.id, body.query, { after, limit: size + 1 })
      const { page, ...more } = cut(rows, size, tokens, ({ id }) => [id])
      return { items: await showDepartments(reader, call, query, page), ...more }
    })
  },
})

/** This call has one code for all that is wrong with a parameter, the token among them. */
function placeOf(tokens: PageTokens, token: string | undefined) {
  try {
    return tokens.read(token, [['']])
  } catch (thrown) {
    if (!(thrown instanceof FeishuError)) throw thrown
    const { violations = [] } = thrown.more
    throw new FeishuError(48001, thrown.text, { violations })
  }
}
