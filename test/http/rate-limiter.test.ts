import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLogs } from '../../src/http/logs.ts'
import { openRateLimiter } from '../../src/http/rates/open-rate-limiter.ts'
import { MemoryRateLimiter } from '../../src/http/rates/rate-limiter.ts'

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

test('a window of any length: what is left of it is told to who comes too late, and it begins with its first call', async () => {
  const limiter = new MemoryRateLimiter(1)
  const asked = (calls: number) => Array.from({ length: calls }, () => limiter.takeOf('k', 3, 60_000))
  expect(asked(2)).toEqual([0, 0])
  vi.advanceTimersByTime(20_000)
  expect(asked(2)).toEqual([0, 40_000])
  vi.advanceTimersByTime(39_999)
  expect(asked(1)).toEqual([1])
  vi.advanceTimersByTime(1)
  expect(asked(4)).toEqual([0, 0, 0, 60_000])
})

test('windows of two lengths of one key do not mix, when their keys say which they are', async () => {
  const limiter = new MemoryRateLimiter(2)
  const asked = (seconds: number, calls: number) => limiter.takeOf(`k:${seconds}`, calls, seconds * 1000)
  for (let count = 0; count < 4; count++) expect(asked(1, 2)).toBe(0)
  expect(asked(1, 2)).toBe(1000)
  expect(asked(60, 2)).toBe(0)
  vi.advanceTimersByTime(1000)
  limiter.take('another', 1)
  // The window of a minute is still counted when that of a second is forgotten.
  expect(limiter.held).toBe(2)
})

test('off has room in every window', async () => {
  const off = await openRateLimiter({ redisUrl: undefined, rateLimits: 'off' }, createLogs({ level: 'silent' }))
  for (let n = 0; n < 100; n++) expect(off.takeOf('k', 1, 60_000)).toBe(0)
})
