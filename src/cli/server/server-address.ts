import type { Settings } from '../../settings.ts'

/** Where the server of these settings is reached from this machine. */
export function baseUrl({ host, port, tlsCert }: Settings): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `${tlsCert ? 'https' : 'http'}://${reachable}:${port}`
}
