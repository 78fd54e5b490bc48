import { BlockList, isIP, isIPv6 } from 'node:net'

/** Whether a text is an IPv4 or IPv6 address, or a range of them in CIDR form: what the lists of a key may hold. */
export function isAddressOrRange(entry: string): boolean {
  const [, address = '', prefix] = /^([0-9a-fA-F.:]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(entry) ?? []
  const family = isIP(address)
  return family !== 0 && (prefix === undefined || Number(prefix) <= (family === 4 ? 32 : 128))
}

const lists = new WeakMap<readonly string[], BlockList>()

/** Whether an address is one of a list of addresses and ranges. Lists are remembered, so hand in the same one. */
export function holdsAddress(entries: readonly string[], ip: string): boolean {
  let list = lists.get(entries)
  if (!list) {
    list = listOf(entries)
    lists.set(entries, list)
  }
  return isIP(ip) !== 0 && list.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')
}

function listOf(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
}
