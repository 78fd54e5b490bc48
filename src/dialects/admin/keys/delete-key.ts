import { Type } from 'typebox'
import { deleteKey as remove } from '../../../directory/accounts/change-key.ts'
import { accountsStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { uin } from '../fields.ts'
import { secretId } from './key-fields.ts'

export const deleteKey = adminOperation({
  name: 'DeleteKey',
  area: 'keys',
  summary: { en: 'Delete a key; no request is signed with it from now on', zh: '删除密钥，此后不能再用其签名' },
  kind: 'write',
  method: 'DELETE',
  path: '/admin/v1/accounts/:uin/keys/:secretId',
  params: { uin, secretId },
  output: Type.Null(),
  status: 204,
  errors: ['key_not_found'],
  async handle({ session }, { params }) {
    await session.write(accountsStream, (tx) => remove(tx, params.uin, params.secretId))
    return null
  },
})
