import { type Static, Type } from 'typebox'
import { isAddressOrRange } from '../../../directory/accounts/address-range.ts'
import type { Key } from '../../../directory/accounts/change-key.ts'
import { time, timeOf } from '../fields.ts'
import { invalid } from '../findings.ts'

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

/** Refuses entries that are no address and no range: a rule that nobody understands would let in, or keep out, the wrong ones. */
export function checkAddresses(lists: { readonly ipAllow?: readonly string[]; readonly ipDeny?: readonly string[] }): void {
  for (const name of ['ipAllow', 'ipDeny'] as const) {
    const wrong = lists[name]?.findIndex((entry) => !isAddressOrRange(entry)) ?? -1
    if (wrong >= 0)
      throw invalid(`/body/${name}/${wrong}`, {
        en: 'must be an IPv4 or IPv6 address or a CIDR range',
        zh: '应为 IPv4、IPv6 地址或 CIDR 网段',
      })
  }
}
