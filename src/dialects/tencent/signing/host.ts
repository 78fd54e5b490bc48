/** The host without its port, or undefined when it has none. */
export function withoutPort(host: string): string | undefined {
  const colon = host.lastIndexOf(':')
  if (colon <= 0) return undefined
  for (let at = colon + 1; at < host.length; at++) {
    const digit = host.charCodeAt(at)
    if (digit < 48 || digit > 57) return undefined
  }
  return host.slice(0, colon)
}
