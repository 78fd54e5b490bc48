/** Counts calls by the second; in memory for one node, elsewhere for several. */
export interface RateLimiter {
  /** Takes one call from the key's current second; answers false when `perSecond` were taken already. */
  take(key: string, perSecond: number): Promise<boolean> | boolean
}
