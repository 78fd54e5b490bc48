import type { DataSet } from '../data/data-set.ts'
import { type Load, nextSeed, type Sample, type Summary, sample, sizeOfRound, summaryOf, type Target } from '../load/measure.ts'
import { type PgbenchResult, runPgbench } from '../postgres/pgbench.ts'
import { median, medianRatio, rounded } from '../report/statistics.ts'
import { atLeast, targets, type Verdict } from '../report/targets.ts'

export interface PostgresFigures {
  readonly settings: Record<string, string>
  readonly summaries: Record<string, Summary>
  /** Changes a second through the server, in and out together. */
  readonly changesPerSecond: number
  readonly pgbench: Record<'sequence' | 'row', { changesPerSecond: number; latencyMs: number }>
  /** To pgbench that numbers events in the stream's row, as the server does. */
  readonly toRowNumbering: number
  readonly verdicts: Verdict[]
}

/** Changes through the server against pgbench, on one database, turn by turn. */
export async function measurePostgres(
  load: Load,
  { server, url, data, settings }: { server: Target; url: string; data: DataSet; settings: Record<string, string> },
  rounds: number,
): Promise<PostgresFigures> {
  const requests = await sizeOfRound(load, server, 'add', 40_000)
  const series: { add: Sample[]; remove: Sample[] } = { add: [], remove: [] }
  const floors: Record<'sequence' | 'row', PgbenchResult[]> = { sequence: [], row: [] }
  await runPgbench(url, data, 'sequence', 2)
  for (let round = 0; round < rounds; round++) {
    const seed = nextSeed()
    series.add.push(await sample(load, server, 'add', requests, seed))
    series.remove.push(await sample(load, server, 'remove', requests, seed))
    floors.sequence.push(await runPgbench(url, data, 'sequence', Math.ceil(load.seconds * 2)))
    floors.row.push(await runPgbench(url, data, 'row', Math.ceil(load.seconds)))
  }
  const both = series.add.map(({ perSecond }, index) => 2 / (1 / perSecond + 1 / (series.remove[index]?.perSecond ?? Number.NaN)))
  const rates = (name: 'sequence' | 'row') => floors[name].map(({ changesPerSecond }) => changesPerSecond)
  const floor = (name: 'sequence' | 'row') => ({
    changesPerSecond: Math.round(median(rates(name))),
    latencyMs: rounded(median(floors[name].map(({ latencyMs }) => latencyMs))),
  })
  return {
    settings,
    summaries: { add: summaryOf(series.add), remove: summaryOf(series.remove) },
    changesPerSecond: Math.round(median(both)),
    pgbench: { sequence: floor('sequence'), row: floor('row') },
    toRowNumbering: rounded(medianRatio(both, rates('row'))),
    verdicts: [atLeast('PostgreSQL: changes to pgbench', rounded(medianRatio(both, rates('sequence'))), targets.postgresToPgbench)],
  }
}
