import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import type { OwnedRateLimiter } from './rate-limiter.ts'

export interface SharedLimits {
  /** `redis://…` or `rediss://…`; Valkey speaks the same. */
  readonly url: string
  readonly factor: number
  /** Is told once when Redis stops answering, and the fault; each server then counts for itself until it is back. */
  readonly onLost: (fault: unknown) => void
  /** Is told once when it is back. */
  readonly onBack: () => void
}

/** Never the limit itself: the calls of a window are counted, and the caller says how many it allows. */
const countOnly = { points: Number.MAX_SAFE_INTEGER } as const

/** A counter that does not come by then is counted here: a limit must never be what makes an answer slow. */
const patienceMs = 250

/** Counts in Redis, so that several servers share one budget; in memory while Redis does not answer. ioredis is loaded only here. */
export async function redisRateLimiter({ url, factor, onLost, onBack }: SharedLimits): Promise<OwnedRateLimiter> {
  const { Redis } = await import('ioredis')
  const redis = new Redis(url, {
    commandTimeout: patienceMs,
    connectTimeout: 5000,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
  })
  const outage = reportOnce(onLost, onBack)
  redis.on('error', outage.lost)
  redis.on('ready', outage.back)
  const counters = new Map<number, RateLimiterRedis>()
  const lost = () => outage.lost(new Error('Redis did not count a call'))
  const counterOf = (seconds: number) => {
    const known = counters.get(seconds)
    if (known) return known
    const counted = { ...countOnly, duration: seconds }
    const insuranceLimiter = new Insurance({ ...counted, keyPrefix: '' }, lost)
    const made = new RateLimiterRedis({
      ...counted,
      storeClient: redis,
      keyPrefix: 'rollcall:rate',
      rejectIfRedisNotReady: true,
      insuranceLimiter,
    })
    counters.set(seconds, made)
    return made
  }
  await firstAttempt(redis)
  return {
    async take(key, perSecond) {
      const { consumedPoints } = await counterOf(1).consume(key)
      return consumedPoints <= perSecond * factor
    },
    async takeOf(key, calls, windowMs) {
      const { consumedPoints, msBeforeNext } = await counterOf(windowMs / 1000).consume(key)
      return consumedPoints <= calls * factor ? 0 : Math.max(1, msBeforeNext)
    },
    async close() {
      redis.disconnect()
    },
  }
}

/** Counts in memory while Redis does not, and says so. */
class Insurance extends RateLimiterMemory {
  readonly #used: () => void

  constructor(options: ConstructorParameters<typeof RateLimiterMemory>[0], used: () => void) {
    super(options)
    this.#used = used
  }

  override consume(...call: Parameters<RateLimiterMemory['consume']>): ReturnType<RateLimiterMemory['consume']> {
    this.#used()
    return super.consume(...call)
  }
}

function reportOnce(onLost: (fault: unknown) => void, onBack: () => void): { lost(fault: unknown): void; back(): void } {
  let lost = false
  return {
    lost(fault) {
      if (!lost) onLost(fault)
      lost = true
    },
    back() {
      if (lost) onBack()
      lost = false
    },
  }
}

/** Whether Redis is there or not, the server starts; it only waits to know. */
async function firstAttempt(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return
  await new Promise<void>((resolve) => {
    redis.once('ready', resolve)
    redis.once('error', () => resolve())
  })
}
