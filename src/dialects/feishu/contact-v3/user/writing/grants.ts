import { Refused } from '../../../../../directory/refusals.ts'
import type { Call } from '../../../call.ts'
import { FeishuError } from '../../../feishu-error.ts'
import type { UserBody } from './body-fields.ts'

/** Scopes that single members of a body need beside that of the call. */
export const licenceScope = 'contact:user.subscription_ids:write'
export const regionScope = 'contact:user.user_geo'

/** Refuses with 44050, `region_not_granted`. */
export function requireGrants({ scopes }: Pick<Call, 'scopes'>, { subscription_ids, geo }: UserBody): void {
  if (subscription_ids && !scopes.has(licenceScope)) {
    throw new FeishuError(44050, {
      en: `The app may not give licences. Give it the scope ${licenceScope}, or leave subscription_ids out.`,
      zh: `应用没有分配席位的权限，请开通 ${licenceScope} 或去掉 subscription_ids。`,
    })
  }
  if (geo && !scopes.has(regionScope)) throw new Refused({ fact: 'region_not_granted' })
}

/** What anybody who may call `patch` can change. */
const open: readonly string[] = ['name', 'en_name', 'avatar_key']

/** A user, and an app that may change no more than what is basic, change only names and the picture. Refuses with 41056. */
export function requireFields({ person, scopes }: Pick<Call, 'person' | 'scopes'>, body: UserBody): void {
  if (person === undefined && scopes.has('contact:contact')) return
  const closed = Object.entries(body).find(([member, value]) => value !== undefined && !open.includes(member))?.[0]
  if (closed === undefined) return
  throw new FeishuError(41056, {
    en: `This token changes only ${open.join(', ')}, not ${closed}. Use a tenant token of an app with contact:contact.`,
    zh: `该凭证仅可修改 ${open.join('、')}，不可修改 ${closed}，请使用具有 contact:contact 权限的 tenant_access_token。`,
  })
}
