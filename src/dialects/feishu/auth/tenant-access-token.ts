import { Type } from 'typebox'
import { findApp, rangeOf } from '../../../directory/apps/find-app.ts'
import { Refused } from '../../../directory/refusals.ts'
import { appOfAppToken } from '../../../directory/tokens/find-token.ts'
import { FeishuError } from '../feishu-error.ts'
import { authEndpoint } from './declaration.ts'
import { giveTenantToken } from './give-tenant-token.ts'

export const tenantAccessToken = authEndpoint({
  name: 'tenant_access_token.create',
  area: 'auth-v3',
  version: 'v3',
  summary: { en: 'Give the tenant token of a store app in a company', zh: '商店应用获取某企业的 tenant_access_token' },
  source: 'auth-v3, tenant_access_token',
  kind: 'write',
  method: 'POST',
  route: '/open-apis/auth/v3/tenant_access_token',
  form: 'flat',
  ok: 'success',
  body: { app_access_token: Type.String({ minLength: 1 }), tenant_key: Type.String({ minLength: 1 }) },
  output: Type.Object({ tenant_access_token: Type.String(), expire: Type.Integer() }),
  errors: {
    10003: [200, 'invalid param'],
    10005: [200, 'app or tenant info is wrong'],
    10013: [200, 'get tenant access token failed'],
    10014: [200, 'app is disabled'],
  },
  invalid: 10003,
  async handle({ session }, body) {
    const app = await session.read((reader) => appOfAppToken(reader, session, body.app_access_token))
    if (app === undefined)
      throw new FeishuError(10013, {
        en: 'app_access_token is unknown or over. Get a new one with auth/v3/app_access_token.',
        zh: 'app_access_token 无效或已过期，请用 auth/v3/app_access_token 重新获取。',
      })
    const [found, range] = await session.read(async (reader) => [await findApp(reader, app), await rangeOf(reader, body.tenant_key, app)])
    if (!found || !range) throw new Refused({ fact: 'app_not_installed', app, company: body.tenant_key })
    if (found.status !== 'enabled')
      throw new FeishuError(10014, { en: `The app ${app} is disabled. Enable it.`, zh: `应用 ${app} 已停用，请启用。` })
    const { token, expires } = await giveTenantToken(session, app, body.tenant_key)
    return { tenant_access_token: token, expire: expires }
  },
})
