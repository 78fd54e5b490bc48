import { type Load, nextSeed, type Sample, type Summary, sample, sizeOfRound, summaryOf, type Target } from '../load/measure.ts'
import { medianRatio, rounded } from '../report/statistics.ts'

export interface Logging {
  readonly summaries: Record<string, Summary>
  /** Of a server that writes a line for each answer, to the no-op of one that does not. */
  readonly toNoop: Record<string, { measured: number; byProcessorTime: number }>
}

/** What a log line for each answer costs. */
export async function measureLogging(load: Load, noop: Target, logging: Target, rounds: number): Promise<Logging> {
  const series: Record<string, Sample[]> = { 'no-op': [], 'get-group': [], add: [], remove: [] }
  const sizes = {
    noop: await sizeOfRound(load, noop, 'no-op'),
    get: await sizeOfRound(load, logging, 'get-group'),
    change: await sizeOfRound(load, logging, 'add', 40_000),
  }
  for (let round = 0; round < rounds; round++) {
    const seed = nextSeed()
    series['no-op']?.push(await sample(load, noop, 'no-op', sizes.noop, seed))
    series['get-group']?.push(await sample(load, logging, 'get-group', sizes.get, seed))
    series.add?.push(await sample(load, logging, 'add', sizes.change, seed))
    series.remove?.push(await sample(load, logging, 'remove', sizes.change, seed))
  }
  const of = (name: string, pick: (one: Sample) => number) => (series[name] ?? []).map(pick)
  const toNoop = (name: string) => ({
    measured: rounded(
      medianRatio(
        of(name, (one) => one.perSecond),
        of('no-op', (one) => one.perSecond),
      ),
    ),
    byProcessorTime: rounded(
      medianRatio(
        of('no-op', (one) => one.cpuMicros),
        of(name, (one) => one.cpuMicros),
      ),
    ),
  })
  return {
    summaries: Object.fromEntries(Object.entries(series).map(([name, samples]) => [name, summaryOf(samples)])),
    toNoop: { 'get-group': toNoop('get-group'), add: toNoop('add'), remove: toNoop('remove') },
  }
}
