import { Redis } from 'ioredis'

/** Asks a Redis once; answers why it failed, or nothing. */
export async function pingRedis(url: string): Promise<string | undefined> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await redis.ping()
    return undefined
  } catch (error) {
    return (error as Error).message
  } finally {
    redis.disconnect()
  }
}
