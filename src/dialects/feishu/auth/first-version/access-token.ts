import { Type } from 'typebox'
import { authEndpoint } from '../declaration.ts'
import { legacyErrors } from '../oauth-errors.ts'
import { exchange } from './exchange.ts'
import { tokenWithProfile, withProfile } from './token-with-profile.ts'

export const legacyAccessToken = authEndpoint({
  ...withProfile,
  name: 'access_token.create',
  summary: { en: 'Exchange a code for a user token and what is known of the user', zh: '用授权码获取 user_access_token 及用户信息（v1）' },
  source: 'authen-v1, access_token/create',
  route: '/open-apis/authen/v1/access_token',
  body: { grant_type: Type.String({ minLength: 1, examples: ['authorization_code'] }), code: Type.String({ minLength: 1 }) },
  handle: async (call, { grant_type, code }) =>
    tokenWithProfile(await exchange(call, legacyErrors, { kind: 'code', grantType: grant_type, token: code })),
})
