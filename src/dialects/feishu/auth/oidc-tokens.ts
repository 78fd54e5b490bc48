import { type Static, Type } from 'typebox'
import type { Redeemed } from '../../../directory/tokens/redeem-grant.ts'
import { authEndpoint } from './declaration.ts'
import { exchangeFirst } from './first-version.ts'
import { listedOf } from './listed-of.ts'
import { firstUnreachable, oidcCodeErrors, oidcRefreshErrors } from './oauth-errors.ts'

const text = Type.String({ minLength: 1 })

const output = Type.Object({
  access_token: Type.String(),
  refresh_token: Type.String(),
  token_type: Type.String(),
  expires_in: Type.Integer(),
  refresh_expires_in: Type.Integer(),
  scope: Type.String(),
})

function shown({ access, refresh, scopes }: Redeemed): Static<typeof output> {
  return {
    access_token: access.token,
    refresh_token: refresh?.token ?? '',
    token_type: 'Bearer',
    expires_in: access.expires,
    refresh_expires_in: refresh?.expires ?? 0,
    scope: scopes.join(' '),
  }
}

const shared = { area: 'authen', version: 'v1', kind: 'write', method: 'POST', form: 'data', ok: 'success', invalid: 20001 } as const

export const oidcAccessToken = authEndpoint({
  ...shared,
  name: 'oidc_access_token.create',
  summary: { en: 'Exchange a code for a user token, first version', zh: '用授权码获取 user_access_token（v1 OIDC）' },
  source: 'authen-v1, oidc-access_token/create',
  route: '/open-apis/authen/v1/oidc/access_token',
  body: { grant_type: text, code: text },
  output,
  errors: oidcCodeErrors,
  unreachable: listedOf(firstUnreachable, oidcCodeErrors),
  handle: async (call, { grant_type, code }) =>
    shown(await exchangeFirst(call, oidcCodeErrors, { kind: 'code', grantType: grant_type, token: code })),
})

export const oidcRefreshAccessToken = authEndpoint({
  ...shared,
  name: 'oidc_refresh_access_token.create',
  summary: { en: 'Refresh a user token, first version', zh: '刷新 user_access_token（v1 OIDC）' },
  source: 'authen-v1, oidc-refresh_access_token/create',
  route: '/open-apis/authen/v1/oidc/refresh_access_token',
  body: { grant_type: text, refresh_token: text },
  output,
  errors: oidcRefreshErrors,
  unreachable: listedOf(firstUnreachable, oidcRefreshErrors),
  handle: async (call, { grant_type, refresh_token }) =>
    shown(await exchangeFirst(call, oidcRefreshErrors, { kind: 'refresh', grantType: grant_type, token: refresh_token })),
})
