import type { RateWindow } from '../../contract/operation.ts'

/** The tiers of the vendor's page about rates; "special" ones, which it does not publish, count as the usual tier. */
export const usual: readonly RateWindow[] = [
  { calls: 1000, seconds: 60 },
  { calls: 50, seconds: 1 },
]
export const perMinute = (calls: number): readonly RateWindow[] => [{ calls, seconds: 60 }]
export const perSecond = (calls: number): readonly RateWindow[] => [{ calls, seconds: 1 }]
