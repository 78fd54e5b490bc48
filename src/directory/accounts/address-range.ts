import { isIP } from 'node:net'

/** Whether a text is an IPv4 or IPv6 address, or a range of them in CIDR form: what the lists of a key may hold. */
export function isAddressOrRange(entry: string): boolean {
  const [, address = '', prefix] = /^([0-9a-fA-F.:]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(entry) ?? []
  const family = isIP(address)
  return family !== 0 && (prefix === undefined || Number(prefix) <= (family === 4 ? 32 : 128))
}
