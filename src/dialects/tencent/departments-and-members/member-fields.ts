import { Type } from 'typebox'

const refusal = 'InvalidParameter'

/** Source: organization 2021-03-31, CreateOrganizationMember: up to 25 letters, digits, Chinese characters and `+@&._[]-:,`. */
export const memberName = Type.String({ pattern: '^[A-Za-z0-9\\p{Script=Han}+@&._\\[\\]\\-:,]{1,25}$', refusal, examples: ['web-shop'] })

/** Source: organization 2021-03-31, UpdateOrganizationMember. */
export const memberRemark = Type.String({ maxLength: 40, refusal })

export const memberUin = Type.Integer({ minimum: 1, refusal })

/** There is one policy type only. */
export const policyType = Type.String({ enum: ['Financial'], refusal: 'FailedOperation.OrganizationPolicyIllegal' })

/** Which ids there are, and which go together, is the directory's to say. */
export const permissionIds = Type.Array(Type.Integer(), { maxItems: 100, refusal: 'FailedOperation.OrganizationPermissionIllegal' })

/** A Uin as text; empty for nobody. */
export const payUin = Type.String({ pattern: '^[0-9]{0,15}$', refusal: 'FailedOperation.PayUinIllegal' })

export function payerOf(PayUin: string | undefined): number | undefined {
  return PayUin ? Number(PayUin) : undefined
}

/** PayUin of a payer. */
export const payerWord = (payer: number | null): string => (payer === null ? '' : String(payer))

/** IsAllowQuit as the directory says it. */
export const quitWords = { Allow: 'allowed', Denied: 'denied' } as const

export const quitWord = (mayQuit: 'allowed' | 'denied'): string => (mayQuit === 'allowed' ? 'Allow' : 'Denied')
