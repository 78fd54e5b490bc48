import { isAddressOrRange } from '../../../directory/accounts/address-range.ts'
import { invalid } from '../findings.ts'

/** Refuses a rule that would let in, or keep out, the wrong ones. */
export function checkAddresses(ipAllow: readonly string[] = []): void {
  const wrong = ipAllow.findIndex((entry) => !isAddressOrRange(entry))
  if (wrong >= 0)
    throw invalid(`/body/ipAllow/${wrong}`, {
      en: 'must be an IPv4 or IPv6 address or a CIDR range',
      zh: '应为 IPv4、IPv6 地址或 CIDR 网段',
    })
}
