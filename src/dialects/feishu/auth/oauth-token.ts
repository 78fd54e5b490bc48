import { type Static, Type } from 'typebox'
import { named } from '../../../contract/shown.ts'
import { redeemGrant } from '../../../directory/tokens/redeem-grant.ts'
import { FeishuError } from '../feishu-error.ts'
import { type AuthCall, type AuthEndpoint, authEndpoint } from './declaration.ts'
import { oauthClient } from './oauth-client.ts'
import { oauthErrors, oauthUnreachable } from './oauth-errors.ts'
import { firstForm, laterForm } from './user-token-forms.ts'

const text = Type.Optional(Type.String())

/** What an exchange of a code sends. */
const sent = (example: string) => Type.Optional(Type.String({ examples: [example] }))

const body = {
  grant_type: sent('authorization_code'),
  client_id: sent('…'),
  client_secret: sent('…'),
  code: sent('…'),
  redirect_uri: text,
  code_verifier: text,
  refresh_token: text,
  scope: text,
}

const output = Type.Object({
  access_token: Type.String(),
  expires_in: Type.Integer(),
  refresh_token: Type.Optional(Type.String()),
  refresh_token_expires_in: Type.Optional(Type.Integer()),
  scope: Type.String(),
  token_type: Type.String(),
})

type Body = { readonly [Name in keyof typeof body]?: string }

/**
 * The token endpoint of RFC 6749 as the second and third version have it. They differ in their path, and in that the third refuses a verifier where
 * no challenge was sent with the authorization (get-user-access-token, when migrating to v3).
 */
export function oauthToken(name: string, version: string, route: string): AuthEndpoint {
  return authEndpoint({
    name,
    area: 'authen',
    version,
    summary: { en: 'Exchange a code or a refresh token for a user token', zh: '用授权码或 refresh_token 获取 user_access_token' },
    source: 'authentication-management, get-user-access-token, refresh-user-access-token',
    kind: 'write',
    method: 'POST',
    route,
    form: 'oauth',
    ok: '',
    body,
    output,
    errors: oauthErrors,
    unreachable: oauthUnreachable,
    faults: [20050, 20072],
    invalid: 20063,
    handle: (call, sent) => exchange(call, sent, version !== 'v2'),
  })
}

async function exchange(call: AuthCall, sent: Body, strictProof: boolean): Promise<Static<typeof output>> {
  const { session } = call
  const kind = kindOf(sent)
  const app = await oauthClient(call, sent)
  const token = required(sent, kind === 'code' ? 'code' : 'refresh_token')
  if (kind === 'refresh' && firstForm.isRefreshToken(token))
    throw new FeishuError(20026, {
      en: 'This refresh token was given by the first version. Refresh it there.',
      zh: '该 refresh_token 不是由 v2 及以上版本返回的，请使用 v1 接口刷新。',
    })
  const redeemed = await redeemGrant(session, {
    kind,
    token,
    app: app.id,
    strictProof,
    ...(sent.code_verifier !== undefined && { verifier: sent.code_verifier }),
    ...(kind === 'code' && sent.redirect_uri !== undefined && { redirectUri: sent.redirect_uri }),
    ...(sent.scope !== undefined && { scopes: sent.scope.split(' ').filter((scope) => scope !== '') }),
    refreshLife: laterForm.refreshLife,
    newAccessToken: () => laterForm.newAccessToken(session.ports),
    newRefreshToken: () => laterForm.newRefreshToken(session.ports),
  })
  const { access, refresh, scopes } = redeemed
  return {
    access_token: access.token,
    expires_in: access.expires,
    ...(refresh && { refresh_token: refresh.token, refresh_token_expires_in: refresh.expires }),
    scope: scopes.join(' '),
    token_type: 'Bearer',
  }
}

function kindOf(sent: Body): 'code' | 'refresh' {
  const grant = required(sent, 'grant_type')
  if (grant === 'authorization_code') return 'code'
  if (grant === 'refresh_token') return 'refresh'
  throw new FeishuError(20036, {
    en: `grant_type ${named(grant)} is not supported. Use authorization_code or refresh_token.`,
    zh: `不支持 grant_type ${named(grant)}，请使用 authorization_code 或 refresh_token。`,
  })
}

/** Refuses with 20001. */
function required(sent: Body, name: keyof Body): string {
  const value = sent[name]
  if (value !== undefined && value !== '') return value
  throw new FeishuError(20001, { en: `${name} is missing. Send it.`, zh: `缺少参数 ${name}，请补充。` })
}
