import type { Faults } from '../../contract/faults.ts'
import type { RateLimiter } from '../../contract/rate-limiter.ts'
import type { Rehearsals } from '../../contract/rehearsals.ts'
import type { Caller } from '../../directory/accounts/caller.ts'
import type { Ports } from '../../directory/ports.ts'
import type { Refusal } from '../../directory/refusals.ts'
import type { Rehearsal } from '../../directory/rehearsal.ts'
import type { Session } from '../../directory/session.ts'
import type { Action } from './action.ts'
import type { AddressRules } from './address-rules.ts'
import type { TencentError } from './tencent-error.ts'

/** An access key with the account that it acts for. */
export interface KeyRecord extends AddressRules {
  readonly caller: Caller
  readonly secretKey: string
  readonly enabled: boolean
}

/** What the endpoint needs from outside. */
export interface EndpointDeps {
  readonly actions: readonly Action[]
  readonly limiter: RateLimiter
  readonly ports: Ports
  findKey(secretId: string): Promise<KeyRecord | undefined> | KeyRecord | undefined
  /** How times are written; the zone of all of them. */
  time(at: number): string
  readonly rehearsals: Rehearsals
  openSession(origin: Session['origin'], rehearsal?: Rehearsal): Session
  /** Failing dependencies that the stand-in plays; absent without it. */
  readonly faults?: Faults
  wordRefusal(refusal: Refusal, action: Action): TencentError
  /** A fault of ours: the client is told only the request's id. */
  unexpected(error: unknown, requestId: string, operation: string): void
  /** A code left that neither the action's errors nor the common ones hold. */
  undocumented?(operation: string, code: string): void
}
