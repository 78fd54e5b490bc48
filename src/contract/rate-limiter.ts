/** Counts calls in windows of time; in memory for one node, elsewhere for several. */
export interface RateLimiter {
  /** Takes one call from the key's current second; answers false when `perSecond` were taken already. */
  take(key: string, perSecond: number): Promise<boolean> | boolean
  /** Takes one call from the key's current window; answers 0, or how many ms are left of the window when its `calls` were taken already. */
  takeOf(key: string, calls: number, windowMs: number): Promise<number> | number
}
