import { named } from '../../../../contract/shown.ts'
import { findApp } from '../../../../directory/apps/find-app.ts'
import { appOfAppToken } from '../../../../directory/tokens/find-token.ts'
import { type Redeemed, redeemGrant } from '../../../../directory/tokens/redeem-grant.ts'
import { sentToken } from '../../authorization.ts'
import type { ErrorTable } from '../../declaration.ts'
import { FeishuError } from '../../feishu-error.ts'
import { gatewayError } from '../../gateway-errors.ts'
import type { AuthCall } from '../declaration.ts'
import { firstForm } from '../user-token-forms.ts'

/** The app whose token was sent: its own, or the tenant token, which a custom app's is. Refuses with 20013, 20014, 20042 or the gateway's own codes. */
async function callingApp({ session, authorization, findToken }: AuthCall, errors: ErrorTable): Promise<string> {
  const token = sentToken(authorization)
  const asTenant = token.startsWith('t-')
  const holder = asTenant ? await findToken(token) : undefined
  const own = token.startsWith('a-') ? await session.read((reader) => appOfAppToken(reader, session, token)) : undefined
  const id = holder && !holder.expired && holder.kind === 'tenant' ? holder.app.id : own
  if (id === undefined) throw invalidToken(asTenant, errors)
  const app = await session.read((reader) => findApp(reader, id))
  if (app?.status === 'enabled') return id
  const text = { en: `The app ${id} is disabled. Enable it.`, zh: `应用 ${id} 已停用，请启用。` }
  throw errors[20042] ? new FeishuError(20042, text) : gatewayError(99991662, text)
}

function invalidToken(asTenant: boolean, errors: ErrorTable): FeishuError {
  const text = {
    en: 'The app token in Authorization is unknown or expired. Get a new one with auth/v3/app_access_token.',
    zh: 'Authorization 中的 app_access_token 无效或已过期，请重新获取。',
  }
  if (errors[20014]) return new FeishuError(asTenant ? 20013 : 20014, text)
  return asTenant ? gatewayError(99991663, text) : gatewayError(99991664, text)
}

/** Exchanges a code or refresh token as the first versions do. */
export async function exchange(
  call: AuthCall,
  errors: ErrorTable,
  { kind, grantType, token }: { readonly kind: 'code' | 'refresh'; readonly grantType: string; readonly token: string },
): Promise<Redeemed> {
  const app = await callingApp(call, errors)
  const wanted = kind === 'code' ? 'authorization_code' : 'refresh_token'
  if (grantType !== wanted)
    throw new FeishuError(errors[20036] ? 20036 : 20001, {
      en: `grant_type must be ${wanted} here, not ${named(grantType)}.`,
      zh: `此接口的 grant_type 应为 ${wanted}，而不是 ${named(grantType)}。`,
    })
  if (kind === 'refresh' && !firstForm.isRefreshToken(token))
    throw new FeishuError(errors[20026] ? 20026 : 20007, {
      en: 'refresh_token does not have the form of one that this version gives: ur- and letters and digits.',
      zh: 'refresh_token 不是由该版本接口返回的，应以 ur- 开头。',
    })
  const { ports } = call.session
  return redeemGrant(call.session, {
    kind,
    token,
    app,
    refreshLife: firstForm.refreshLife,
    newAccessToken: () => firstForm.newAccessToken(ports),
    newRefreshToken: () => firstForm.newRefreshToken(ports),
  })
}
