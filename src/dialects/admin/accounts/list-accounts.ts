import { Type } from 'typebox'
import { listAccounts as list } from '../../../directory/accounts/find-account.ts'
import { adminOperation } from '../admin-operation.ts'
import { cursor, cut, defaultLimit, pageQuery, placeIn } from '../paging.ts'
import { account, showAccount } from './account-fields.ts'

const isUin = (value: unknown): value is number => Number.isSafeInteger(value)

export const listAccounts = adminOperation({
  name: 'ListAccounts',
  area: 'accounts',
  summary: { en: 'List all accounts in the order of their Uins', zh: '按 Uin 顺序查询所有账号' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/accounts',
  query: pageQuery,
  output: Type.Object({ items: Type.Array(account), cursor }),
  status: 200,
  errors: ['cursor_invalid'],
  async handle({ session }, { query }) {
    const limit = query.limit ?? defaultLimit
    const after = query.after === undefined ? 0 : placeIn(query.after, isUin)
    const found = await session.read((reader) => list(reader, after, limit + 1))
    const page = cut(found, limit, ({ uin }) => uin)
    return { items: page.rows.map(showAccount), cursor: page.cursor }
  },
})
