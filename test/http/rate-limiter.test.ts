import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLogs } from '../../src/http/logs.ts'
import { openRateLimiter } from '../../src/http/open-rate-limiter.ts'
import { MemoryRateLimiter } from '../../src/http/rate-limiter.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const taken = async (limiter: MemoryRateLimiter, key: string, perSecond: number, calls: number) => {
  let allowed = 0
  for (let n = 0; n < calls; n++) if (await limiter.take(key, perSecond)) allowed++
  return allowed
}

test('each key has its own budget, and a new one when its second is over', async () => {
  const limiter = new MemoryRateLimiter(1)
  expect(await taken(limiter, '100000000001:AddUserToGroup', 20, 25)).toBe(20)
  expect(await taken(limiter, '100000000002:AddUserToGroup', 20, 25)).toBe(20)
  expect(await taken(limiter, '100000000001:DescribeOrganization', 40, 45)).toBe(40)
  vi.advanceTimersByTime(999)
  expect(await taken(limiter, '100000000001:AddUserToGroup', 20, 1)).toBe(0)
  vi.advanceTimersByTime(1)
  expect(await taken(limiter, '100000000001:AddUserToGroup', 20, 25)).toBe(20)
})

test.for([
  [10, 200],
  [0.5, 10],
] as const)('factor %s', async ([factor, allowed]) => {
  expect(await taken(new MemoryRateLimiter(factor), 'k', 20, 1000)).toBe(allowed)
})

test('keys are forgotten when their second is over', async () => {
  const limiter = new MemoryRateLimiter(1)
  for (let n = 0; n < 5000; n++) await limiter.take(`key ${n}`, 20)
  expect(limiter.held).toBe(5000)
  vi.advanceTimersByTime(1000)
  limiter.take('another', 20)
  expect(limiter.held).toBe(1)
})

test('off allows everything, and needs no Redis', async () => {
  const off = await openRateLimiter({ redisUrl: 'redis://127.0.0.1:1', rateLimits: 'off' }, createLogs({ level: 'silent' }))
  for (let n = 0; n < 1000; n++) expect(off.take('k', 1)).toBe(true)
})
