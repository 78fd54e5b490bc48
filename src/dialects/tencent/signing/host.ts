/** The host without its port, or undefined when it has none. */
export function withoutPort(host: string): string | undefined {
  const colon = host.lastIndexOf(':')
  if (colon <= 0 || colon === host.length - 1) return undefined
  for (let at = colon + 1; at < host.length; at++) {
    const digit = host.charCodeAt(at)
    if (digit < 48 || digit > 57) return undefined
  }
  // In `::1` the last colon belongs to the address; a port after an address of that kind needs brackets.
  const bare = host.slice(0, colon)
  return bare.includes(':') && !bare.endsWith(']') ? undefined : bare
}
