import { Type } from 'typebox'
import { createAccount as create } from '../../../directory/accounts/create-account.ts'
import { accountsStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'
import { account, createdIn, entity, kind, name, showAccount, verification } from './account-fields.ts'

export const createAccount = adminOperation({
  name: 'CreateAccount',
  area: 'accounts',
  summary: { en: 'Make a cloud account; it has no key and no organization yet', zh: '创建云账号，初始没有密钥，也不属于任何集团组织' },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/accounts',
  body: strictObject({
    name,
    verification,
    entity: Type.Optional(entity),
    kind: Type.Optional(kind),
    createdIn: Type.Optional(createdIn),
  }),
  output: account,
  status: 201,
  errors: [],
  async handle({ session }, { body }) {
    const created = await session.write(accountsStream, (tx) => create(tx, session.ports, body))
    return showAccount({ ...created, organization: null })
  },
})
