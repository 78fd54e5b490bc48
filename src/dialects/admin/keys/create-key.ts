import { Type } from 'typebox'
import { createKey as create, type NewKey } from '../../../directory/accounts/create-key.ts'
import { accountsStream } from '../../../directory/events.ts'
import { adminOperation } from '../admin-operation.ts'
import { uin } from '../fields.ts'
import { invalid } from '../findings.ts'
import { strictObject } from '../strict-object.ts'

/** What clients of the vendor take for a key of theirs. */
const ownId = Type.String({ pattern: '^AKID[A-Za-z0-9]{8,64}$', description: 'AKID and 8 to 64 letters and digits' })
const ownSecret = Type.String({ pattern: '^[\\x21-\\x7e]{16,128}$', description: '16 to 128 printable characters without spaces' })

export const createKey = adminOperation({
  name: 'CreateKey',
  area: 'keys',
  summary: {
    en: 'Make a key of an account, or bring an own one; the secret is shown this once',
    zh: '为账号创建密钥或导入自有密钥，密文仅在此返回一次',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/accounts/:uin/keys',
  params: { uin },
  body: Type.Optional(strictObject({ secretId: Type.Optional(ownId), secretKey: Type.Optional(ownSecret) })),
  output: Type.Object({ secretId: Type.String(), secretKey: Type.String() }),
  status: 201,
  errors: ['account_not_found', 'key_exists'],
  async handle({ session }, { params, body }) {
    const own = wholeKey(body ?? {})
    return session.write(accountsStream, (tx) => create(tx, session.ports, session.vault, params.uin, own))
  },
})

/** Both halves of an own key, or nothing: half a key is a mistake. */
function wholeKey({ secretId, secretKey }: Partial<NewKey>): NewKey | undefined {
  if (secretId !== undefined && secretKey !== undefined) return { secretId, secretKey }
  if (secretId === undefined && secretKey === undefined) return undefined
  throw invalid(secretId === undefined ? '/body/secretId' : '/body/secretKey', {
    en: 'is required: give both halves of the key, or neither to have one made',
    zh: '为必填：请同时给出 secretId 和 secretKey，或都不给以自动生成',
  })
}
