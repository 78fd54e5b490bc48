import { BlockList, isIP, isIPv6 } from 'node:net'
import { commonError } from './common-errors.ts'

/** Where a key may be used from: addresses or CIDR ranges; an empty allow list allows every address. */
export interface AddressRules {
  readonly ipAllow: readonly string[]
  readonly ipDeny: readonly string[]
}

/** Passes, or throws `IpInBlacklist` or `IpNotInWhitelist`. */
export function checkAddress(rules: AddressRules, ip: string, secretId: string): void {
  if (rules.ipDeny.length > 0 && contains(rules.ipDeny, ip)) throw commonError('IpInBlacklist', ip, secretId)
  if (rules.ipAllow.length > 0 && !contains(rules.ipAllow, ip)) throw commonError('IpNotInWhitelist', ip, secretId)
}

const lists = new WeakMap<readonly string[], BlockList>()

function contains(rules: readonly string[], ip: string): boolean {
  let list = lists.get(rules)
  if (!list) {
    list = listOf(rules)
    lists.set(rules, list)
  }
  return isIP(ip) !== 0 && list.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')
}

function listOf(rules: readonly string[]): BlockList {
  const list = new BlockList()
  for (const rule of rules) {
    const [address = '', prefix] = rule.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
}
