/** What the project promises of its speed, beside what was measured. */
export interface Verdict {
  readonly name: string
  readonly measured: number
  readonly bound: number
  readonly met: boolean
  readonly unit: string
  /** The same ratio in processor time: what it would be on a machine with nothing else to do. */
  readonly byProcessorTime?: number
}

export function atLeast(name: string, measured: number, bound: number, byProcessorTime?: number): Verdict {
  return { name, measured, bound, met: measured >= bound, unit: '×', ...(byProcessorTime !== undefined && { byProcessorTime }) }
}

export function atMost(name: string, measured: number, bound: number, unit: string, byProcessorTime?: number): Verdict {
  return { name, measured, bound, met: measured <= bound, unit, ...(byProcessorTime !== undefined && { byProcessorTime }) }
}

export const targets = {
  noopToEcho: 0.5,
  changeToNoop: 0.5,
  getToNoop: 0.7,
  listToNoop: 0.25,
  p99Ms: 30,
  postgresToPgbench: 0.4,
  startMs: 400,
  idleMiB: 120,
  bigToSmall: 1.3,
  lastToFirst: 1.5,
} as const

/** Whether a bound is one from above or from below stands in the name of the comparison. */
export function wordsOf({ measured, bound, unit, name }: Verdict): { measured: string; bound: string } {
  const least = name.includes('to the no-op') || name.includes('to bare') || name.includes('to pgbench')
  return { measured: `${measured} ${unit}`, bound: `${least ? '≥' : '≤'} ${bound} ${unit}` }
}
