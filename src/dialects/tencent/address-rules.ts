import { holdsAddress } from '../../directory/accounts/address-range.ts'
import { commonError } from './common-errors.ts'

/** Where a key may be used from: addresses or CIDR ranges; an empty allow list allows every address. */
export interface AddressRules {
  readonly ipAllow: readonly string[]
  readonly ipDeny: readonly string[]
}

/** Passes, or throws `IpInBlacklist` or `IpNotInWhitelist`. */
export function checkAddress(rules: AddressRules, ip: string, secretId: string): void {
  if (rules.ipDeny.length > 0 && holdsAddress(rules.ipDeny, ip)) throw commonError('IpInBlacklist', ip, secretId)
  if (rules.ipAllow.length > 0 && !holdsAddress(rules.ipAllow, ip)) throw commonError('IpNotInWhitelist', ip, secretId)
}
