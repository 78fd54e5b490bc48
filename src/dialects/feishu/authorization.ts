import { holdsAddress } from '../../directory/accounts/address-range.ts'
import type { Endpoint } from './declaration.ts'
import type { TokenRecord } from './endpoint-deps.ts'
import type { FeishuError } from './feishu-error.ts'
import { gatewayError, gatewayText } from './gateway-errors.ts'

/** The token of a request's Authorization header. Refuses with 99991661, 99991671. */
export function sentToken(header: string | undefined): string {
  const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1]
  if (token === undefined) {
    throw gatewayError(99991661, {
      en: 'Send the header `Authorization: Bearer <token>`; a tenant token is given by auth/v3/tenant_access_token/internal.',
      zh: '请携带请求头 `Authorization: Bearer <token>`，tenant_access_token 可由 auth/v3/tenant_access_token/internal 获取。',
    })
  }
  if (/^(t-|a-|u-|eyJ)/.test(token)) return token
  throw gatewayError(99991671, {
    en: 'The token begins with neither t- nor u-. Send a tenant or user token as it was given.',
    zh: '凭证须以 t- 或 u- 开头，请使用原样返回的 tenant_access_token 或 user_access_token。',
  })
}

/** A token that is in force and of a kind that the endpoint takes. Refuses with 99991663, 99991664, 99991668, 99991677, and what `requireInForce` and `apps` refuse with. */
export function usableToken(token: string, record: TokenRecord | undefined, { tokens, apps, name }: Endpoint): TokenRecord {
  if (token.startsWith('a-')) {
    throw gatewayError(99991664, {
      en: `${name} takes no app token. Exchange it for a tenant token.`,
      zh: `${name} 不接受 app_access_token，请换取 tenant_access_token。`,
    })
  }
  const asUser = !token.startsWith('t-')
  if (!record || record.expired) {
    if (!asUser)
      throw gatewayError(99991663, {
        en: 'The tenant token is unknown or expired. Get a new one.',
        zh: 'tenant_access_token 无效或已过期，请重新获取。',
      })
    if (record) throw gatewayError(99991677, { en: 'The user token has expired. Refresh it.', zh: 'user_access_token 已过期，请刷新。' })
    throw gatewayError(99991668, { en: 'The user token is unknown. Get a new one.', zh: 'user_access_token 无效，请重新获取。' })
  }
  if (!tokens.includes(record.kind)) {
    const text = {
      en: `${name} takes a ${tokens.join(' or ')} token, not a ${record.kind} token.`,
      zh: `${name} 只接受 ${tokens.join(' 或 ')} 类型的凭证。`,
    }
    throw asUser ? gatewayError(99991668, text, { msg: 'user access token not support' }) : gatewayError(99991663, text)
  }
  requireInForce(record)
  if (!apps.includes(record.app.kind)) {
    throw gatewayError(99991673, {
      en: `${name} is open to ${apps.join(', ')} apps only.`,
      zh: `${name} 仅对 ${apps.join('、')} 类型的应用开放。`,
    })
  }
  return record
}

/** Refuses with 99991662, 99991665, 99991668, 99991673 what was taken away since the token was given. */
function requireInForce(record: TokenRecord): void {
  requireInstalled(record)
  if (record.personGone)
    throw gatewayError(99991668, {
      en: 'The person of the user token has resigned or is suspended. Use the token of another.',
      zh: '该 user_access_token 的用户已离职或被暂停，请使用其他用户的凭证。',
    })
}

/** Refuses with 99991662, 99991665, 99991673 an app that the company does not have in use any more. */
export function requireInstalled({ app, company, range }: Pick<TokenRecord, 'app' | 'company' | 'range'>): void {
  if (!app.enabled) throw gatewayError(99991662, { en: `The app ${app.id} is disabled. Enable it.`, zh: `应用 ${app.id} 已停用，请启用。` })
  if (company.facts.suspended)
    throw gatewayError(99991665, {
      en: `The company ${company.id} is suspended. Lift that through its facts.`,
      zh: `企业 ${company.id} 已被停用，请通过其设置恢复。`,
    })
  if (!range)
    throw gatewayError(99991673, {
      en: `The app ${app.id} is no longer installed in the company ${company.id}. Install it again.`,
      zh: `应用 ${app.id} 已不在企业 ${company.id} 中安装，请重新安装。`,
    })
}

/** Refuses with 99991401 who calls from elsewhere than the app may. Endpoints that give out tokens don't ask (set-up of the IP list). */
export function requireAddress({ app }: { readonly app: Pick<TokenRecord['app'], 'id' | 'allowed'> }, ip: string): void {
  if (app.allowed.length === 0 || holdsAddress(app.allowed, ip)) return
  throw gatewayError(
    99991401,
    {
      en: `The app ${app.id} may not be used from ${ip}. Add the address to its list.`,
      zh: `应用 ${app.id} 不允许来自 ${ip} 的请求，请将该地址加入白名单。`,
    },
    { msg: `ip ${ip} is denied by app setting` },
  )
}

/** What the token may: the app's scopes, or those of them that the user granted. Refuses with 99991672, 99991679, naming what is missing. */
export function requireScope({ scopes: needed }: Endpoint, record: TokenRecord): ReadonlySet<string> {
  const { app, granted } = record
  const held = granted ? new Set([...granted].filter((scope) => app.scopes.has(scope))) : app.scopes
  if (needed.some((scope) => held.has(scope))) return held
  throw granted && needed.some((scope) => app.scopes.has(scope)) ? notGranted(needed) : missingScope(app.id, needed, record.kind)
}

/** `action_scope_required` says that the app lacks a scope, `action_privilege_required` that the user has not granted it. */
const violations = (type: 'action_scope_required' | 'action_privilege_required', needed: readonly string[]) =>
  needed.map((subject) => ({ type, subject }))

/** Source: obtain-oauth-code: an app reads from the answer what to have its user grant in addition. */
function notGranted(needed: readonly string[]): FeishuError {
  const list = needed.join(', ')
  const [, known] = gatewayText(99991679)
  return gatewayError(
    99991679,
    {
      en: `The user has granted none of: ${list}. Ask for authorization again with one of them.`,
      zh: `用户未授予以下任一权限：${list}，请重新发起授权。`,
    },
    {
      msg: `${known} required one of these privileges: [${list}]`,
      error: { permission_violations: violations('action_privilege_required', needed) },
    },
  )
}

function missingScope(app: string, needed: readonly string[], kind: string): FeishuError {
  const list = `[${needed.join(', ')}]`
  const text = {
    en: `Give the app ${app} one of the scopes ${list} through the administration of apps.`,
    zh: `请为应用 ${app} 开通权限 ${list} 中的任意一个。`,
  }
  const msg = `Access denied. One of the following scopes is required: ${list}.应用尚未开通所需的${kind === 'user' ? '用户' : '应用'}身份权限：${list}，开通任一权限即可。`
  const helps = [
    { url: `/docs/?q=${encodeURIComponent(needed.join(','))}`, description: `Learn more about scopes and how to add them: ${list}` },
  ]
  return gatewayError(99991672, text, { msg, error: { permission_violations: violations('action_scope_required', needed), helps } })
}
