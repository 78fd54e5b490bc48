import { Type } from 'typebox'
import { credentialedApp } from './app-credentials.ts'
import { authEndpoint } from './declaration.ts'
import { giveTenantToken } from './give-tenant-token.ts'
import { appIdAndSecret, credentialErrors, onlyCustom } from './shared-fields.ts'

export const appAccessTokenInternal = authEndpoint({
  name: 'app_access_token.internal',
  area: 'auth-v3',
  version: 'v3',
  summary: {
    en: 'Give the app token of a custom app, which is its tenant token',
    zh: '自建应用获取 app_access_token（与其 tenant_access_token 相同）',
  },
  source: 'auth-v3, app_access_token_internal',
  kind: 'write',
  method: 'POST',
  route: '/open-apis/auth/v3/app_access_token/internal',
  form: 'flat',
  ok: 'ok',
  body: appIdAndSecret,
  output: Type.Object({ app_access_token: Type.String(), expire: Type.Integer(), tenant_access_token: Type.String() }),
  errors: credentialErrors,
  invalid: 10003,
  async handle({ session }, body) {
    const app = onlyCustom(await credentialedApp(session, body))
    const { token, expires } = await giveTenantToken(session, app.id, app.company)
    return { app_access_token: token, expire: expires, tenant_access_token: token }
  },
})
