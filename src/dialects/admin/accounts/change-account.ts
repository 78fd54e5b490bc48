import { Type } from 'typebox'
import { changeAccount as change } from '../../../directory/accounts/change-account.ts'
import { accountsStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { uin } from '../fields.ts'
import { strictObject } from '../strict-object.ts'
import { someFacts } from './account-facts.ts'
import { account, createdIn, entity, kind, name, showAccount, verification } from './account-fields.ts'

export const changeAccount = adminOperation({
  name: 'ChangeAccount',
  area: 'accounts',
  summary: { en: 'Change facts of an account; what is left out stays as it is', zh: '修改账号的事实信息，未给出的保持不变' },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/accounts/:uin',
  params: { uin },
  body: strictObject(
    {
      name: Type.Optional(name),
      verification: Type.Optional(verification),
      entity: Type.Optional(entity),
      kind: Type.Optional(kind),
      createdIn: Type.Optional(createdIn),
      facts: Type.Optional(someFacts),
    },
    { minProperties: 1 },
  ),
  output: account,
  status: 200,
  errors: ['account_not_found'],
  async handle({ session }, { params, body }) {
    return showAccount(await session.write(accountsStream, (tx) => change(tx, params.uin, body)))
  },
})
