import { vi } from 'vitest'

/**
 * Runs a test while time stands still, for official client, server and rate limiter alike, as they are in one process; `pass` lets it go on.
 * Only clocks and timers of JavaScript are held: sockets and databases go their way.
 */
export async function heldTime<T>(run: (pass: (ms: number) => void) => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() })
  try {
    return await run((ms) => void vi.advanceTimersByTime(ms))
  } finally {
    vi.useRealTimers()
  }
}
