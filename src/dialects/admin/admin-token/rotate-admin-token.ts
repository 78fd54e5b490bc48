import { Type } from 'typebox'
import { accountsStream } from '../../../directory/events.ts'
import { changeAdminToken, newAdminToken } from '../../../directory/secrets/admin-token.ts'
import { adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'

/** As the first start takes it, and no longer than a header has room for. */
const ownToken = Type.String({
  maxLength: 1024,
  pattern: '^(?!\\s)[^\\u0000-\\u001f\\u007f-\\u009f]+(?<!\\s)$',
  description: 'A text without control characters, and without spaces at its ends',
})

export const rotateAdminToken = adminOperation({
  name: 'RotateAdminToken',
  area: 'admin-token',
  summary: {
    en: 'Give the admin API a new token, or bring an own one, shown this once; the old one is worth nothing from now on',
    zh: '更换管理令牌，可自动生成或自行给定，仅在此返回一次；旧令牌立即失效',
  },
  kind: 'write',
  method: 'POST',
  path: '/admin/v1/admin-token',
  body: Type.Optional(strictObject({ token: Type.Optional(ownToken) })),
  output: Type.Object({ token: Type.String() }),
  status: 201,
  errors: ['admin_token_in_force'],
  async handle({ session }, { body }) {
    const { ports, vault } = session
    const token = body?.token ?? newAdminToken(ports)
    await session.write(accountsStream, (tx) => changeAdminToken(tx, vault, token))
    return { token }
  },
})
