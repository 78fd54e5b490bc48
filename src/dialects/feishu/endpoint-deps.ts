import type { DialectDeps } from '../../contract/dialect-deps.ts'
import type { RateLimiter } from '../../contract/rate-limiter.ts'
import type { Ports } from '../../directory/ports.ts'
import type { OpenSession } from '../../directory/session.ts'
import type { TokenHolder } from '../../directory/tokens/find-token.ts'
import type { Endpoint } from './declaration.ts'
import type { IdKeys } from './ids.ts'

/** What a token stands for, in what this wire asks of it. */
export interface TokenRecord extends Pick<TokenHolder, 'kind' | 'app' | 'company' | 'range'> {
  readonly expired: boolean
  readonly idKeys: IdKeys
  /** The person that granted a user token, and what. */
  readonly person?: string
  /** He resigned or is suspended: nobody acts for him. */
  readonly personGone?: boolean
  readonly granted?: ReadonlySet<string>
}

/** What this wire needs from outside. */
export interface FeishuDeps extends DialectDeps<Ports, OpenSession> {
  readonly endpoints: readonly Endpoint[]
  readonly limiter: RateLimiter
  /** What a tenant or user token stands for. */
  findToken(token: string): Promise<TokenRecord | undefined>
}
