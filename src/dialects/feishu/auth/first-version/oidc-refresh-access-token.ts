import { Type } from 'typebox'
import { authEndpoint } from '../declaration.ts'
import { firstUnreachable, oidcRefreshErrors } from '../oauth-errors.ts'
import { exchange } from './exchange.ts'
import { listedOf } from './listed-of.ts'
import { plainToken, withoutProfile } from './plain-token.ts'

export const oidcRefreshAccessToken = authEndpoint({
  ...withoutProfile,
  name: 'oidc_refresh_access_token.create',
  summary: { en: 'Refresh a user token, first version', zh: '刷新 user_access_token（v1 OIDC）' },
  source: 'authen-v1, oidc-refresh_access_token/create',
  route: '/open-apis/authen/v1/oidc/refresh_access_token',
  body: { grant_type: Type.String({ minLength: 1, examples: ['refresh_token'] }), refresh_token: Type.String({ minLength: 1 }) },
  errors: oidcRefreshErrors,
  unreachable: listedOf(firstUnreachable, oidcRefreshErrors),
  handle: async (call, { grant_type, refresh_token }) =>
    plainToken(await exchange(call, oidcRefreshErrors, { kind: 'refresh', grantType: grant_type, token: refresh_token })),
})
