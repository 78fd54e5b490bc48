import type { RateLimiter } from '../contract/rate-limiter.ts'

/** `off`, or what every documented rate is multiplied with. */
export type RateFactor = 'off' | number

/** A limiter with something to let go of at the end. */
export interface OwnedRateLimiter extends RateLimiter {
  close(): Promise<void>
}

/** Allows everything. */
export const unlimited: OwnedRateLimiter = { take: () => true, close: async () => {} }

interface Window {
  readonly endsAt: number
  calls: number
}

const second = 1000

/** Counts in this process, in seconds that begin with the first call of a key, and answers at once: no promise is made for a count. */
export class MemoryRateLimiter implements OwnedRateLimiter {
  readonly #factor: number
  readonly #windows = new Map<string, Window>()
  #sweepAt = 0

  constructor(factor: number) {
    this.#factor = factor
  }

  take(key: string, perSecond: number): boolean {
    const now = Date.now()
    if (now >= this.#sweepAt) this.#sweep(now)
    let window = this.#windows.get(key)
    // A clock that was set back must not lengthen a second.
    if (!window || now >= window.endsAt || now < window.endsAt - second) {
      window = { endsAt: now + second, calls: 0 }
      this.#windows.set(key, window)
    }
    window.calls++
    return window.calls <= perSecond * this.#factor
  }

  /** Keys whose second is over are forgotten, so memory is bounded by the calls of two seconds. */
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
