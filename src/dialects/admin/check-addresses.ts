import { isAddressOrRange } from '../../directory/accounts/address-range.ts'
import { invalid } from './findings.ts'

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
