import { type Static, Type } from 'typebox'
import type { Redeemed } from '../../../directory/tokens/redeem-grant.ts'
import { authEndpoint } from './declaration.ts'
import { exchangeFirst } from './first-version.ts'
import { listedOf } from './listed-of.ts'
import { firstUnreachable, legacyErrors } from './oauth-errors.ts'
import { profileFields, profileOf } from './profile.ts'

const text = Type.String({ minLength: 1 })

const output = Type.Object({
  access_token: Type.String(),
  token_type: Type.String(),
  expires_in: Type.Integer(),
  ...profileFields,
  refresh_expires_in: Type.Integer(),
  refresh_token: Type.String(),
  sid: Type.String(),
})

function shown({ access, refresh, person, holder }: Redeemed): Static<typeof output> {
  const { employee_no: _number, ...profile } = profileOf(person, holder)
  return {
    access_token: access.token,
    token_type: 'Bearer',
    expires_in: access.expires,
    ...profile,
    refresh_expires_in: refresh?.expires ?? 0,
    refresh_token: refresh?.token ?? '',
    // The session at the vendor's own client: there is none here, and every token is a session of its own.
    sid: access.token.slice(-20),
  }
}

const shared = {
  area: 'authen',
  version: 'v1',
  kind: 'write',
  method: 'POST',
  form: 'data',
  ok: 'success',
  output,
  errors: legacyErrors,
  unreachable: listedOf(firstUnreachable, legacyErrors, [20007]),
  faults: [20050],
  invalid: 20001,
} as const

export const legacyAccessToken = authEndpoint({
  ...shared,
  name: 'access_token.create',
  summary: { en: 'Exchange a code for a user token and what is known of the user', zh: '用授权码获取 user_access_token 及用户信息（v1）' },
  source: 'authen-v1, access_token/create',
  route: '/open-apis/authen/v1/access_token',
  body: { grant_type: text, code: text },
  handle: async (call, { grant_type, code }) =>
    shown(await exchangeFirst(call, legacyErrors, { kind: 'code', grantType: grant_type, token: code })),
})

export const legacyRefreshAccessToken = authEndpoint({
  ...shared,
  name: 'refresh_access_token.create',
  summary: { en: 'Refresh a user token, and tell what is known of the user', zh: '刷新 user_access_token 并返回用户信息（v1）' },
  source: 'authen-v1, refresh_access_token/create',
  route: '/open-apis/authen/v1/refresh_access_token',
  body: { grant_type: text, refresh_token: text },
  handle: async (call, { grant_type, refresh_token }) =>
    shown(await exchangeFirst(call, legacyErrors, { kind: 'refresh', grantType: grant_type, token: refresh_token })),
})
