import { type Static, Type } from 'typebox'
import type { Redeemed } from '../../../../directory/tokens/redeem-grant.ts'

const output = Type.Object({
  access_token: Type.String(),
  refresh_token: Type.String(),
  token_type: Type.String(),
  expires_in: Type.Integer(),
  refresh_expires_in: Type.Integer(),
  scope: Type.String(),
})

/** A user token and nothing beside it. */
export function plainToken({ access, refresh, scopes }: Redeemed): Static<typeof output> {
  return {
    access_token: access.token,
    refresh_token: refresh?.token ?? '',
    token_type: 'Bearer',
    expires_in: access.expires,
    refresh_expires_in: refresh?.expires ?? 0,
    scope: scopes.join(' '),
  }
}

/** What both endpoints that answer with it declare alike. */
export const withoutProfile = {
  area: 'authen',
  version: 'v1',
  kind: 'write',
  method: 'POST',
  tokens: ['app'],
  form: 'data',
  ok: 'success',
  output,
  invalid: 20001,
} as const
