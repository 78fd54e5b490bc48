import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { OwnedRateLimiter } from '../../src/http/rates/rate-limiter.ts'
import { redisRateLimiter } from '../../src/http/rates/redis-rate-limiter.ts'
import { endRedis, freePort, hasRedis, redisAt, withRedis } from '../kit/redis.ts'

let port = 0
let redis: ChildProcess | undefined
const told: string[] = []

async function startRedis(): Promise<void> {
  redis = await redisAt(port)
}

/** From now on the first Redis follows another one, which nobody has ever met, and takes no changes. */
async function becomeReplica(): Promise<void> {
  const admin = new Redis(port, '127.0.0.1')
  await admin.replicaof('127.0.0.1', 1)
  admin.disconnect()
}

const stopRedis = () => endRedis(redis)

beforeAll(async () => {
  port = await freePort()
  if (hasRedis) await startRedis()
})
afterAll(stopRedis)

const limiter = (factor = 1, name = '', at = port) =>
  redisRateLimiter({
    url: `redis://127.0.0.1:${at}`,
    factor,
    onLost: () => told.push(`${name}lost`),
    onBack: () => told.push(`${name}back`),
  })

const taken = async (of: OwnedRateLimiter[], key: string, perSecond: number, calls: number) => {
  const answers = await Promise.all(Array.from({ length: calls }, (_, n) => of[n % of.length]?.take(key, perSecond)))
  return answers.filter(Boolean).length
}

/** What a call gets within one window: tried again when the second turned over in between. */
const inOneSecond = async (attempt: (key: string) => Promise<void>) => {
  for (let again = 0; ; again++) {
    const from = performance.now()
    try {
      await attempt(`key ${again}`)
      return
    } catch (fault) {
      if (performance.now() - from < 900 || again > 3) throw fault
    }
  }
}

withRedis('two servers share one budget', async () => {
  const [one, other] = [await limiter(), await limiter()]
  await inOneSecond(async (key) => {
    expect(await taken([one, other], key, 20, 50)).toBe(20)
    expect(await taken([other], key, 20, 5)).toBe(0)
    expect(await taken([one], `${key} of another account`, 20, 5)).toBe(5)
  })
  await Promise.all([one.close(), other.close()])
})

withRedis('the budget is there again a second later', async () => {
  const shared = await limiter()
  expect(await taken([shared], 'again', 20, 40)).toBeGreaterThanOrEqual(20)
  await expect.poll(() => taken([shared], 'again', 20, 1), { timeout: 5000 }).toBe(1)
  await shared.close()
})

withRedis('a factor multiplies', async () => {
  const shared = await limiter(10)
  await inOneSecond(async (key) => expect(await taken([shared], `times ten ${key}`, 2, 50)).toBe(20))
  await shared.close()
})

withRedis('a window of a minute is shared, and what is left of it is told; a window of a second of another key is none of it', async () => {
  const [one, other] = [await limiter(), await limiter()]
  const asked = (of: OwnedRateLimiter) => of.takeOf('minute:60', 4, 60_000)
  expect(await Promise.all([asked(one), asked(other), asked(one), asked(other)])).toEqual([0, 0, 0, 0])
  for (const late of [await asked(one), await asked(other)]) expect(late > 50_000 && late <= 60_000).toBe(true)
  expect(await one.takeOf('minute:1', 4, 1000)).toBe(0)
  await Promise.all([one.close(), other.close()])
})

withRedis('while Redis is gone each server counts for itself, and it is told once; then it is shared again', async () => {
  told.length = 0
  const shared = await limiter(1, 'shared ')
  await stopRedis()
  await inOneSecond(async (key) => expect(await taken([shared], `alone ${key}`, 20, 50)).toBe(20))
  expect(told).toEqual(['shared lost'])
  await startRedis()
  const toldAfterACall = async () => {
    await shared.take('back?', 20)
    return told
  }
  await expect.poll(toldAfterACall, { timeout: 8000 }).toEqual(['shared lost', 'shared back'])
  expect(await taken([shared], 'again together', 20, 5)).toBe(5)
  await shared.close()
})

withRedis('a Redis that hangs does not hold an answer up', async () => {
  told.length = 0
  const shared = await limiter()
  redis?.kill('SIGSTOP')
  const from = performance.now()
  expect(await taken([shared], 'hanging', 20, 5)).toBe(5)
  expect(performance.now() - from).toBeLessThan(2000)
  expect(told).toEqual(['lost'])
  redis?.kill('SIGCONT')
  await shared.close()
})

withRedis('a Redis that goes on hanging is not waited for by every call', async () => {
  let time = 0
  const shared = await redisRateLimiter({
    url: `redis://127.0.0.1:${port}`,
    factor: 1,
    onLost: () => {},
    onBack: () => {},
    now: () => time,
  })
  redis?.kill('SIGSTOP')
  onTestFinished(() => void redis?.kill('SIGCONT'))
  const waited = async () => {
    const from = performance.now()
    for (let call = 0; call < 20; call++) await shared.take('hanging', 100)
    return performance.now() - from
  }
  // The first one waits for Redis; so does one a second later.
  expect(await waited()).toBeLessThan(2000)
  time = 1000
  expect(await waited()).toBeLessThan(2000)
  await shared.close()
})

withRedis('one slow answer is no lasting outage: its fault is told as it is, and its end after a quiet second', async () => {
  const faults: unknown[] = []
  let [time, backs] = [0, 0]
  const shared = await redisRateLimiter({
    url: `redis://127.0.0.1:${port}`,
    factor: 1,
    onLost: (fault) => faults.push(fault),
    onBack: () => backs++,
    now: () => time,
  })
  redis?.kill('SIGSTOP')
  await shared.take('slow', 20)
  redis?.kill('SIGCONT')
  expect(faults).toEqual([expect.objectContaining({ message: 'Command timed out' })])
  time = 999
  await shared.take('slow', 20)
  expect(backs).toBe(0)
  const backsAfterACall = async () => {
    time += 1000
    await shared.take('slow', 20)
    return backs
  }
  await expect.poll(backsAfterACall).toBe(1)
  expect(faults).toHaveLength(1)
  await shared.close()
})

withRedis(
  'a Redis that is no longer in charge, as after a failover, is asked for anew at its address, where another one is by now',
  async () => {
    told.length = 0
    const other = await freePort()
    const successor = await redisAt(other)
    onTestFinished(() => void successor.kill('SIGKILL'))
    let led = port
    const address = createServer((client) => {
      const inCharge = connect(led, '127.0.0.1')
      client.pipe(inCharge).pipe(client)
      for (const socket of [client, inCharge]) socket.on('error', () => client.destroy())
    }).listen(0, '127.0.0.1')
    await once(address, 'listening')
    onTestFinished(() => void address.close())
    const shared = await limiter(1, '', (address.address() as AddressInfo).port)
    expect(await shared.take('in charge', 20)).toBe(true)
    led = other
    await becomeReplica()
    const toldAfterACall = async () => {
      await shared.take('no longer', 20)
      return told
    }
    await expect.poll(toldAfterACall, { timeout: 8000 }).toEqual(['lost', 'back'])
    await shared.close()
  },
)

test('a Redis that is not there when the server starts does not keep it from starting', async () => {
  told.length = 0
  const alone = await redisRateLimiter({ url: 'redis://127.0.0.1:1', factor: 1, onLost: () => told.push('lost'), onBack: () => {} })
  expect(await taken([alone], 'k', 3, 5)).toBe(3)
  expect(await alone.takeOf('m', 1, 60_000)).toBe(0)
  expect(await alone.takeOf('m', 1, 60_000)).toBeGreaterThan(50_000)
  expect(told).toEqual(['lost'])
  await alone.close()
})
