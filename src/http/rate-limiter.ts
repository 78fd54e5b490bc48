import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { RateLimiter } from '../contract/rate-limiter.ts'

/** `off`, or what every documented rate is multiplied with. */
export type RateFactor = 'off' | number

/** A limiter with something to let go of at the end. */
export interface OwnedRateLimiter extends RateLimiter {
  close(): Promise<void>
}

/** Never the limit itself: the calls of one second are counted here, and the caller says how many it allows. */
export const countOnly = { points: Number.MAX_SAFE_INTEGER, duration: 1 } as const

/** Allows everything. */
export const unlimited: OwnedRateLimiter = { take: () => true, close: async () => {} }

/**
 * Counts in this process, in seconds that begin with the first call of a key. A key is forgotten when its second is over, so memory is
 * bounded by the calls of one second. About a third of a microsecond a call.
 */
export function memoryRateLimiter(factor: RateFactor): OwnedRateLimiter {
  if (factor === 'off') return unlimited
  const counter = new RateLimiterMemory({ ...countOnly, keyPrefix: '' })
  return {
    async take(key, perSecond) {
      const { consumedPoints } = await counter.consume(key)
      return consumedPoints <= perSecond * factor
    },
    close: async () => {},
  }
}
