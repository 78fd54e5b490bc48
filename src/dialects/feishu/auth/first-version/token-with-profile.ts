import { type Static, Type } from 'typebox'
import type { Redeemed } from '../../../../directory/tokens/redeem-grant.ts'
import { firstUnreachable, legacyErrors } from '../oauth-errors.ts'
import { profileFields, profileOf } from '../profile.ts'
import { listedOf } from './listed-of.ts'

const output = Type.Object({
  access_token: Type.String(),
  token_type: Type.String(),
  expires_in: Type.Integer(),
  ...profileFields,
  refresh_expires_in: Type.Integer(),
  refresh_token: Type.String(),
  sid: Type.String(),
})

/** A user token, with what is known of the person. */
export function tokenWithProfile({ access, refresh, person, holder }: Redeemed): Static<typeof output> {
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

/** What both endpoints that answer with it declare alike. */
export const withProfile = {
  area: 'authen',
  version: 'v1',
  kind: 'write',
  method: 'POST',
  tokens: ['app'],
  form: 'data',
  ok: 'success',
  output,
  errors: legacyErrors,
  unreachable: listedOf(firstUnreachable, legacyErrors, [20007]),
  faults: [20050],
  invalid: 20001,
} as const
