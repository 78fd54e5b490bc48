import type { RateLimiter } from '../../contract/rate-limiter.ts'

/** `off`, or what every documented rate is multiplied with. */
export type RateFactor = 'off' | number

/** A limiter with something to let go of at the end. */
export interface OwnedRateLimiter extends RateLimiter {
  close(): Promise<void>
}

/** Allows everything. */
export const unlimited: OwnedRateLimiter = { take: () => true, takeOf: () => 0, close: async () => {} }

interface Window {
  readonly endsAt: number
  calls: number
}

const second = 1000

/** Counts in this process, in windows that begin with the first call of a key, and answers at once: no promise is made for a count. */
export class MemoryRateLimiter implements OwnedRateLimiter {
  readonly #factor: number
  readonly #windows = new Map<string, Window>()
  #sweepAt = 0

  constructor(factor: number) {
    this.#factor = factor
  }

  take(key: string, perSecond: number): boolean {
    return this.takeOf(key, perSecond, second) === 0
  }

  takeOf(key: string, calls: number, windowMs: number): number {
    const now = Date.now()
    if (now >= this.#sweepAt) this.#sweep(now)
    let window = this.#windows.get(key)
    // A clock that was set back must not lengthen a window.
    if (!window || now >= window.endsAt || now < window.endsAt - windowMs) {
      window = { endsAt: now + windowMs, calls: 0 }
      this.#windows.set(key, window)
    }
    window.calls++
    return window.calls <= calls * this.#factor ? 0 : window.endsAt - now
  }

  /** Keys whose window is over are forgotten, so memory is bounded by the calls of a window and a second. */
  #sweep(now: number): void {
    for (const [key, { endsAt }] of this.#windows) if (now >= endsAt) this.#windows.delete(key)
    this.#sweepAt = now + second
  }

  /** How many keys are remembered at the moment. */
  get held(): number {
    return this.#windows.size
  }

  async close(): Promise<void> {}
}
