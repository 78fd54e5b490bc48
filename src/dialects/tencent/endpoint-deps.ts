import type { DialectDeps } from '../../contract/dialect-deps.ts'
import type { RateLimiter } from '../../contract/rate-limiter.ts'
import type { Caller } from '../../directory/accounts/caller.ts'
import type { Ports } from '../../directory/ports.ts'
import type { Refusal } from '../../directory/refusals.ts'
import type { OpenSession } from '../../directory/session.ts'
import type { Action } from './action.ts'
import type { AddressRules } from './address-rules.ts'
import type { TencentError } from './tencent-error.ts'

/** An access key with the account that it acts for. */
export interface KeyRecord extends AddressRules {
  readonly caller: Caller
  readonly secretKey: string
  readonly enabled: boolean
}

/** What this wire needs from outside. */
export interface TencentDeps extends DialectDeps<Ports, OpenSession> {
  readonly actions: readonly Action[]
  readonly limiter: RateLimiter
  findKey(secretId: string): Promise<KeyRecord | undefined> | KeyRecord | undefined
  /** How times are written; the zone of all of them. */
  time(at: number): string
  /** Which of the known names was meant by one that is none, if any is near enough: at most `share` of its letters away. */
  closestName(written: string, known: readonly string[], share: number): string | undefined
  wordRefusal(refusal: Refusal, action: Action): TencentError
}
