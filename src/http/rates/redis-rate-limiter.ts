import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import type { OwnedRateLimiter } from './rate-limiter.ts'

export interface SharedLimits {
  /** `redis://…` or `rediss://…`; Valkey speaks the same. */
  readonly url: string
  readonly factor: number
  /** Is told once when Redis stops answering, and the fault; each server then counts for itself until it is back. */
  readonly onLost: (fault: unknown) => void
  /** Is told once when Redis counts again, a second after the last fault at the earliest. */
  readonly onBack: () => void
  /** In ms, and never set back. */
  readonly now?: () => number
}

/** Never the limit itself: the calls of a window are counted, and the caller says how many it allows. */
const countOnly = { points: Number.MAX_SAFE_INTEGER } as const

/** A counter that does not come by then is counted here: a limit must never be what makes an answer slow. */
const patienceMs = 250

/** After a fault it is asked by one call in so long: a Redis that hangs must not make each of them wait for its patience. */
const quietMs = 1000

interface Counters {
  readonly shared: RateLimiterRedis
  readonly alone: RateLimiterMemory
}

/**
 * Counts in Redis, so that several servers share one budget; in memory while Redis does not answer.
 * ioredis comes with this file, which is loaded only where there is a Redis: in a bundle, a CommonJS package that is loaded by itself hands out no names.
 */
export async function redisRateLimiter(limits: SharedLimits): Promise<OwnedRateLimiter> {
  const { url, factor } = limits
  const redis = new Redis(url, {
    commandTimeout: patienceMs,
    connectTimeout: 5000,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
    // Another one is in charge by now: the same address leads there, the same connection never does.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
  })
  const outage = reportOutage(limits)
  redis.on('error', outage.noticed)
  const known = new Map<number, Counters>()
  const countersOf = (seconds: number) => {
    const counters = known.get(seconds) ?? openCounters(redis, seconds)
    known.set(seconds, counters)
    return counters
  }
  const count = async (key: string, seconds: number) => {
    const { shared, alone } = countersOf(seconds)
    if (!outage.mayAsk()) return await alone.consume(key)
    try {
      const counted = await shared.consume(key)
      outage.counted()
      return counted
    } catch (fault) {
      outage.noticed(fault)
      return await alone.consume(key)
    }
  }
  await firstAttempt(redis)
  return {
    async take(key, perSecond) {
      const { consumedPoints } = await count(key, 1)
      return consumedPoints <= perSecond * factor
    },
    async takeOf(key, calls, windowMs) {
      const { consumedPoints, msBeforeNext } = await count(key, windowMs / 1000)
      return consumedPoints <= calls * factor ? 0 : Math.max(1, msBeforeNext)
    },
    async close() {
      redis.disconnect()
    },
  }
}

function openCounters(redis: Redis, seconds: number): Counters {
  const counted = { ...countOnly, duration: seconds }
  return {
    shared: new RateLimiterRedis({ ...counted, storeClient: redis, keyPrefix: 'rollcall:rate', rejectIfRedisNotReady: true }),
    alone: new RateLimiterMemory({ ...counted, keyPrefix: '' }),
  }
}

interface Outage {
  /** Whether this call is to be counted in Redis. */
  mayAsk(): boolean
  noticed(fault: unknown): void
  /** Redis has counted a call. */
  counted(): void
}

/** Tells of an outage once. A Redis that answers now within its patience and now not is one outage, not many. */
function reportOutage({ onLost, onBack, now = () => performance.now() }: SharedLimits): Outage {
  let faultAt: number | undefined
  let askedAt = 0
  return {
    mayAsk() {
      if (faultAt === undefined) return true
      const time = now()
      if (time - Math.max(faultAt, askedAt) < quietMs) return false
      askedAt = time
      return true
    },
    noticed(fault) {
      if (faultAt === undefined) onLost(fault)
      faultAt = now()
    },
    counted() {
      if (faultAt === undefined || now() - faultAt < quietMs) return
      faultAt = undefined
      onBack()
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
