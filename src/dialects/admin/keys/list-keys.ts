import { Type } from 'typebox'
import { listKeys as list } from '../../../directory/accounts/change-key.ts'
import { adminOperation } from '../admin-operation.ts'
import { uin } from '../fields.ts'
import { cursor, cut, defaultLimit, isIdText, pageQuery, placeIn } from '../paging.ts'
import { key, showKey } from './key-fields.ts'

export const listKeys = adminOperation({
  name: 'ListKeys',
  area: 'keys',
  summary: { en: 'List the keys of an account, without their secrets', zh: '查询账号的密钥，不含密文' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/accounts/:uin/keys',
  params: { uin },
  query: pageQuery,
  output: Type.Object({ items: Type.Array(key), cursor }),
  status: 200,
  errors: ['account_not_found', 'cursor_invalid'],
  async handle({ session }, { params, query }) {
    const limit = query.limit ?? defaultLimit
    const after = query.after === undefined ? '' : placeIn(query.after, isIdText)
    const found = await session.read((reader) => list(reader, params.uin, after, limit + 1))
    const page = cut(found, limit, ({ secretId }) => secretId)
    return { items: page.rows.map(showKey), cursor: page.cursor }
  },
})
