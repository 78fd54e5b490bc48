import { Redis } from 'ioredis'

/** Asks a Redis once; answers why it failed, or nothing. */
export async function pingRedis(url: string): Promise<string | undefined> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null })
  let cause: Error | undefined
  redis.on('error', (error) => {
    cause ??= error
  })
  try {
    await redis.connect()
    await redis.ping()
    return undefined
  } catch (error) {
    // The error of the call says only that there is no connection.
    const { message, code } = (cause ?? error) as NodeJS.ErrnoException
    return message || code || 'no reason given'
  } finally {
    redis.disconnect()
  }
}
