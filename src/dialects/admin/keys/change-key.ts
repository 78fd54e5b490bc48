import { Type } from 'typebox'
import { changeKey as change } from '../../../directory/accounts/change-key.ts'
import { accountsStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { checkAddresses } from '../check-addresses.ts'
import { uin } from '../fields.ts'
import { strictObject } from '../strict-object.ts'
import { ipAllow, ipDeny, key, secretId, showKey, status } from './key-fields.ts'

export const changeKey = adminOperation({
  name: 'ChangeKey',
  area: 'keys',
  summary: {
    en: 'Enable or disable a key, or say where it may be used from; in force when this is answered',
    zh: '启用或禁用密钥，或限定其可用地址，返回时即已生效',
  },
  kind: 'write',
  method: 'PATCH',
  path: '/admin/v1/accounts/:uin/keys/:secretId',
  params: { uin, secretId },
  body: strictObject(
    { status: Type.Optional(status), ipAllow: Type.Optional(ipAllow), ipDeny: Type.Optional(ipDeny) },
    { minProperties: 1 },
  ),
  output: key,
  status: 200,
  errors: ['key_not_found'],
  async handle({ session }, { params, body }) {
    checkAddresses(body)
    return showKey(await session.write(accountsStream, (tx) => change(tx, params.uin, params.secretId, body)))
  },
})
