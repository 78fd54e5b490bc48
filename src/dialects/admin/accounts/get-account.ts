import { accountNow } from '../../../directory/accounts/find-account.ts'
import { adminOperation } from '../admin-operation.ts'
import { uin } from '../fields.ts'
import { account, showAccount } from './account-fields.ts'

export const getAccount = adminOperation({
  name: 'GetAccount',
  area: 'accounts',
  summary: { en: 'Show one account', zh: '查询一个账号' },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/accounts/:uin',
  params: { uin },
  output: account,
  status: 200,
  errors: ['account_not_found'],
  async handle({ session }, { params }) {
    return showAccount(await session.read((reader) => accountNow(reader, params.uin)))
  },
})
