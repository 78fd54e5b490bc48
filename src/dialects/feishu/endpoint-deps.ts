import type { Faults } from '../../contract/faults.ts'
import type { RateLimiter } from '../../contract/rate-limiter.ts'
import type { Rehearsals } from '../../contract/rehearsals.ts'
import type { Ports } from '../../directory/ports.ts'
import type { Rehearsal } from '../../directory/rehearsal.ts'
import type { Session } from '../../directory/session.ts'
import type { Endpoint } from './declaration.ts'
import type { TokenRecord } from './tokens.ts'

/** What this wire needs from outside. */
export interface FeishuDeps {
  readonly endpoints: readonly Endpoint[]
  readonly limiter: RateLimiter
  readonly ports: Ports
  /** What a tenant or user token stands for. */
  findToken(token: string): Promise<TokenRecord | undefined>
  readonly rehearsals: Rehearsals
  openSession(origin: Session['origin'], rehearsal?: Rehearsal): Session
  /** Failing dependencies that the stand-in plays; absent without it. */
  readonly faults?: Faults
  /** A fault of ours: the client is told only the log's id. */
  unexpected(error: unknown, requestId: string, operation: string): void
  /** A code left that neither the endpoint's errors nor the gateway's hold. */
  undocumented?(operation: string, code: string): void
}
