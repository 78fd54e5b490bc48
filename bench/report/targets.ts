/** What the project promises of its speed, beside what was measured. */
export interface Verdict {
  readonly name: string
  readonly measured: number
  readonly bound: number
  /** Whether the bound is the least that is promised, or the most. */
  readonly side: 'least' | 'most'
  readonly met: boolean
  readonly unit: string
  /** The same ratio in processor time: what it would be on a machine with nothing else to do. */
  readonly byProcessorTime?: number
}

export function atLeast(name: string, measured: number, bound: number, byProcessorTime?: number): Verdict {
  return {
    name,
    measured,
    bound,
    side: 'least',
    met: measured >= bound,
    unit: '×',
    ...(byProcessorTime !== undefined && { byProcessorTime }),
  }
}

export function atMost(name: string, measured: number, bound: number, unit: string, byProcessorTime?: number): Verdict {
  return { name, measured, bound, side: 'most', met: measured <= bound, unit, ...(byProcessorTime !== undefined && { byProcessorTime }) }
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
  largeToSmallOrganization: 3,
  largeToSmallCompany: 1.5,
  patchToScimmy: 50,
  patchMiB: 8,
} as const

export function wordsOf({ measured, bound, unit, side }: Verdict): { measured: string; bound: string } {
  return { measured: `${measured} ${unit}`, bound: `${side === 'least' ? '≥' : '≤'} ${bound} ${unit}` }
}
