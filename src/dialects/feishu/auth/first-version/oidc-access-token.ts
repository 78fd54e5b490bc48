import { Type } from 'typebox'
import { authEndpoint } from '../declaration.ts'
import { firstUnreachable, oidcCodeErrors } from '../oauth-errors.ts'
import { exchange } from './exchange.ts'
import { listedOf } from './listed-of.ts'
import { plainToken, withoutProfile } from './plain-token.ts'

export const oidcAccessToken = authEndpoint({
  ...withoutProfile,
  name: 'oidc_access_token.create',
  summary: { en: 'Exchange a code for a user token, first version', zh: '用授权码获取 user_access_token（v1 OIDC）' },
  source: 'authen-v1, oidc-access_token/create',
  route: '/open-apis/authen/v1/oidc/access_token',
  body: { grant_type: Type.String({ minLength: 1, examples: ['authorization_code'] }), code: Type.String({ minLength: 1 }) },
  errors: oidcCodeErrors,
  unreachable: listedOf(firstUnreachable, oidcCodeErrors),
  handle: async (call, { grant_type, code }) =>
    plainToken(await exchange(call, oidcCodeErrors, { kind: 'code', grantType: grant_type, token: code })),
})
