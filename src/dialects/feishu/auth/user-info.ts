import { personNow } from '../../../directory/people/find-people.ts'
import { findToken } from '../../../directory/tokens/find-token.ts'
import { requireGrantor } from '../../../directory/tokens/grantor.ts'
import { requireAddress, requireInstalled } from '../authorization.ts'
import { FeishuError } from '../feishu-error.ts'
import { authEndpoint } from './declaration.ts'
import { userInfoErrors } from './oauth-errors.ts'
import { profileOf, profileWithNumber } from './profile.ts'

export const userInfo = authEndpoint({
  name: 'user_info.get',
  area: 'authen',
  version: 'v1',
  summary: { en: 'Tell who a user token stands for', zh: '获取 user_access_token 对应的用户信息' },
  source: 'authen-v1, user_info/get',
  kind: 'read',
  method: 'GET',
  route: '/open-apis/authen/v1/user_info',
  tokens: ['user'],
  form: 'data',
  ok: 'success',
  body: {},
  output: profileWithNumber,
  errors: userInfoErrors,
  unreachable: {
    20008: 'People are never forgotten: who resigned stays, and is 20021.',
  },
  faults: [20050],
  invalid: 20001,
  async handle({ session, authorization, ip }) {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
    if (token === undefined)
      throw new FeishuError(20001, {
        en: 'Send the header `Authorization: Bearer <user token>`.',
        zh: '请携带请求头 `Authorization: Bearer <user_access_token>`。',
      })
    return session.read(async (reader) => {
      const holder = await findToken(reader, session.vault, token)
      if (!holder?.person || holder.expiresAt <= session.origin.at)
        throw new FeishuError(20005, {
          en: 'The user token is unknown or over. Refresh it, or have the user authorize anew.',
          zh: 'user_access_token 无效或已过期，请刷新或重新发起授权。',
        })
      requireInstalled(holder)
      requireAddress(holder, ip)
      requireGrantor(holder.person.state)
      const { granted } = holder.person
      const scopes = new Set([...holder.app.scopes].filter((scope) => granted.has(scope)))
      return profileOf(await personNow(reader, holder.company.id, holder.person.id), { ...holder, app: { ...holder.app, scopes } })
    })
  },
})
