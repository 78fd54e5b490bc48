import { BesideFloor } from '../load/beside.ts'
import type { Job, Pattern } from '../load/jobs.ts'
import { type Load, nextSeed, type Sample, type Summary, sample, sizeOfRound, summaryOf, type Target } from '../load/measure.ts'
import { median, medianRatio, rounded } from '../report/statistics.ts'
import { atLeast, atMost, targets, type Verdict } from '../report/targets.ts'
import type { AskedProcess } from '../servers/asked-process.ts'
import type { BareResult } from '../servers/bare-store.ts'

export interface Contestants {
  readonly echo: Target
  readonly noop: Target
  readonly server: Target
  /** The store without HTTP, on a folder of its own. */
  readonly store: AskedProcess<Job, BareResult>
}

export interface Throughput {
  readonly summaries: Record<string, Summary>
  /** Changes a second of the bare store. */
  readonly store: { readonly add: number; readonly remove: number }
  readonly verdicts: Verdict[]
  readonly toEcho: Record<string, number>
  readonly toStore: Record<string, number>
}

const calls = ['add', 'remove', 'get-group', 'list-members'] as const

interface Series {
  /** The calls, and the no-op between them. */
  readonly calls: BesideFloor
  readonly echo: Sample[]
}

/** Everything once a round, one after the other, so that each figure has its reference beside it. */
export async function measureThroughput(load: Load, contestants: Contestants, rounds: number): Promise<Throughput> {
  const { echo, noop, server, store } = contestants
  const sizes = {
    echo: await sizeOfRound(load, echo, 'no-op'),
    noop: await sizeOfRound(load, noop, 'no-op'),
    change: await sizeOfRound(load, server, 'add', 40_000),
    get: await sizeOfRound(load, server, 'get-group'),
    list: await sizeOfRound(load, server, 'list-members'),
  }
  const series: Series = { calls: new BesideFloor(), echo: [] }
  const bare: { add: number[]; remove: number[] } = { add: [], remove: [] }
  const take = (target: Target, pattern: Pattern, requests: number, seed = nextSeed()) => sample(load, target, pattern, requests, seed)
  const takeBare = async (pattern: 'add' | 'remove', seed: number) => {
    const { requests, seconds } = await store.ask({
      ...load,
      port: 0,
      pattern,
      seed,
      requests: sizes.change,
      driver: undefined,
    } as unknown as Job)
    bare[pattern].push(requests / seconds)
  }
  await takeBare('add', 1)
  await takeBare('remove', 1)
  bare.add.length = 0
  bare.remove.length = 0
  for (let round = 0; round < rounds; round++) {
    const seed = nextSeed()
    series.echo.push(await take(echo, 'no-op', sizes.echo))
    const turns = [
      { name: 'add', take: () => take(server, 'add', sizes.change, seed) },
      { name: 'remove', take: () => take(server, 'remove', sizes.change, seed) },
      { name: 'get-group', take: () => take(server, 'get-group', sizes.get) },
      { name: 'list-members', take: () => take(server, 'list-members', sizes.list) },
    ]
    await series.calls.round(() => take(noop, 'no-op', sizes.noop), turns)
    await takeBare('add', seed)
    await takeBare('remove', seed)
  }
  return judged(series, bare)
}

function judged({ calls: measured, echo }: Series, bare: { add: number[]; remove: number[] }): Throughput {
  const rates = (samples: readonly Sample[]) => samples.map(({ perSecond }) => perSecond)
  const costs = (samples: readonly Sample[]) => samples.map(({ cpuMicros }) => cpuMicros)
  const noop = measured.firstFloors()
  const summaries: Record<string, Summary> = {
    echo: summaryOf(echo),
    'no-op': summaryOf(measured.floors),
    ...Object.fromEntries(calls.map((name) => [name, summaryOf(measured.samples(name))])),
  }
  const toEcho = (samples: readonly Sample[]) => rounded(medianRatio(rates(samples), rates(echo)))
  const toStore = (name: 'add' | 'remove') => rounded(medianRatio(rates(measured.samples(name)), bare[name]))
  const p99 = (label: string, name: string) => atMost(`p99 of ${label}`, summaries[name]?.p99 ?? Number.NaN, targets.p99Ms, 'ms')
  return {
    summaries,
    store: { add: Math.round(median(bare.add)), remove: Math.round(median(bare.remove)) },
    toEcho: {
      echo: 1,
      'no-op': toEcho(noop),
      ...Object.fromEntries(calls.map((name) => [name, toEcho(measured.samples(name))])),
    },
    toStore: { add: toStore('add'), remove: toStore('remove') },
    verdicts: [
      atLeast('no-op to bare node:http', toEcho(noop), targets.noopToEcho, rounded(medianRatio(costs(echo), costs(noop)))),
      measured.atLeast('AddUserToGroup to the no-op', 'add', targets.changeToNoop),
      measured.atLeast('RemoveUserFromGroup to the no-op', 'remove', targets.changeToNoop),
      measured.atLeast('GetGroup to the no-op', 'get-group', targets.getToNoop),
      measured.atLeast('ListGroupMembers of 100 to the no-op', 'list-members', targets.listToNoop),
      p99('AddUserToGroup', 'add'),
      p99('RemoveUserFromGroup', 'remove'),
      p99('GetGroup', 'get-group'),
      p99('ListGroupMembers of 100', 'list-members'),
    ],
  }
}
