import type { Pattern } from '../load/jobs.ts'
import { type Load, nextSeed, type Sample, type Summary, sample, sizeOfRound, summaryOf, type Target } from '../load/measure.ts'
import { medianRatio, rounded } from '../report/statistics.ts'
import { atMost, targets, type Verdict } from '../report/targets.ts'

export interface FlatCost {
  readonly summaries: Record<string, Summary>
  readonly verdicts: Verdict[]
}

const patterns = ['toggle-small', 'toggle-big', 'list-first-page', 'list-last-page'] as const satisfies readonly Pattern[]

/** Whether a change costs the same in a big group as in a small one, and the last page the same as the first. */
export async function measureFlatCost(load: Load, server: Target, members: number, rounds: number): Promise<FlatCost> {
  const changes = await sizeOfRound(load, server, 'toggle-small', 40_000)
  const pages = await sizeOfRound(load, server, 'list-first-page')
  const series: Record<string, Sample[]> = Object.fromEntries(patterns.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    // There and back: whatever comes first leaves pages for the thread that checkpoints to what comes next.
    for (const pattern of [...patterns, ...patterns.toReversed()]) {
      const requests = pattern.startsWith('toggle') ? changes : pages
      series[pattern]?.push(await sample(load, server, pattern, requests, nextSeed()))
    }
  }
  const of = (name: string, pick: (one: Sample) => number) => (series[name] ?? []).map(pick)
  const cost = (name: string) => of(name, ({ perSecond }) => 1 / perSecond)
  const cpu = (name: string) => of(name, ({ cpuMicros }) => cpuMicros)
  const compare = (name: string, big: string, small: string, bound: number) =>
    atMost(name, rounded(medianRatio(cost(big), cost(small))), bound, '×', rounded(medianRatio(cpu(big), cpu(small))))
  return {
    summaries: Object.fromEntries(Object.entries(series).map(([name, samples]) => [name, summaryOf(samples)])),
    verdicts: [
      compare(`cost of a change in a group of ${members} over one of 10`, 'toggle-big', 'toggle-small', targets.bigToSmall),
      compare('cost of the last page of members over the first', 'list-last-page', 'list-first-page', targets.lastToFirst),
    ],
  }
}
