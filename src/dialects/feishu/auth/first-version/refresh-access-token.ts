import { Type } from 'typebox'
import { authEndpoint } from '../declaration.ts'
import { legacyErrors } from '../oauth-errors.ts'
import { exchange } from './exchange.ts'
import { tokenWithProfile, withProfile } from './token-with-profile.ts'

export const legacyRefreshAccessToken = authEndpoint({
  ...withProfile,
  name: 'refresh_access_token.create',
  summary: { en: 'Refresh a user token, and tell what is known of the user', zh: '刷新 user_access_token 并返回用户信息（v1）' },
  source: 'authen-v1, refresh_access_token/create',
  route: '/open-apis/authen/v1/refresh_access_token',
  body: { grant_type: Type.String({ minLength: 1, examples: ['refresh_token'] }), refresh_token: Type.String({ minLength: 1 }) },
  handle: async (call, { grant_type, refresh_token }) =>
    tokenWithProfile(await exchange(call, legacyErrors, { kind: 'refresh', grantType: grant_type, token: refresh_token })),
})
