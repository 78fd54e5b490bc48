import { type Static, Type } from 'typebox'
import type { Key } from '../../../directory/accounts/change-key.ts'
import { time, timeOf } from '../fields.ts'

export const secretId = Type.String({ minLength: 1, maxLength: 128, description: 'The public half of a key' })

export const status = Type.Enum(['enabled', 'disabled'], {
  description: 'A request that is signed with a disabled key is refused with AuthFailure.SecretIdNotFound.',
})

const addresses = (description: string) => Type.Array(Type.String({ minLength: 1, maxLength: 49 }), { maxItems: 100, description })

export const ipAllow = addresses(
  'Addresses or CIDR ranges that the key may be used from; from others: IpNotInWhitelist. Empty = from everywhere.',
)

export const ipDeny = addresses('Addresses or CIDR ranges that the key may not be used from: IpInBlacklist.')

export const key = Type.Object({ secretId, status, ipAllow, ipDeny, createdAt: time })

export function showKey({ secretId, status, ipAllow, ipDeny, createdAt }: Key): Static<typeof key> {
  return { secretId, status, ipAllow: [...ipAllow], ipDeny: [...ipDeny], createdAt: timeOf(createdAt) }
}
