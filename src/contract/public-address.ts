import type { Request } from './exchange.ts'

/** By what scheme and host the client came: as the proxy nearest to it says, since each behind puts its own name after. */
export function publicAddress({ headers }: Pick<Request, 'headers'>, secure: boolean): { readonly secure: boolean; readonly host: string } {
  const first = (list: string | undefined) => list?.split(',')[0]?.trim()
  return {
    secure: secure || first(headers['x-forwarded-proto'])?.toLowerCase() === 'https',
    host: first(headers['x-forwarded-host']) || headers.host || 'localhost',
  }
}
