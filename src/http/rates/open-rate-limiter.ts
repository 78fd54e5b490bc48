import type { Logs } from '../logs.ts'
import { MemoryRateLimiter, type OwnedRateLimiter, type RateFactor, unlimited } from './rate-limiter.ts'

export interface RateLimiterOptions {
  /** Rates are counted here when it is given, for all servers that name the same; in memory otherwise. */
  readonly redisUrl?: string
  readonly rateLimits: RateFactor
}

/** Opens the limiter of the settings; Redis' client is loaded only when it is used. */
export async function openRateLimiter({ redisUrl, rateLimits }: RateLimiterOptions, logs: Logs): Promise<OwnedRateLimiter> {
  if (rateLimits === 'off') return unlimited
  if (!redisUrl) return new MemoryRateLimiter(rateLimits)
  const { redisRateLimiter } = await import('./redis-rate-limiter.ts')
  return redisRateLimiter({
    url: redisUrl,
    factor: rateLimits,
    onLost: (fault) => logs.error('Redis does not answer; every server counts rates for itself until it does', fault),
    onBack: () => logs.info('Redis answers again; rates are shared'),
  })
}
