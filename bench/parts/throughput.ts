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

type Series = Record<string, Sample[]>

const calls = ['echo', 'no-op', 'add', 'remove', 'get-group', 'list-members'] as const

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
  const series: Series = Object.fromEntries(calls.map((name) => [name, []]))
  const bare: { add: number[]; remove: number[] } = { add: [], remove: [] }
  const take = async (name: string, target: Target, pattern: Pattern, requests: number, seed = nextSeed()) => {
    series[name]?.push(await sample(load, target, pattern, requests, seed))
  }
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
    await take('echo', echo, 'no-op', sizes.echo)
    await take('no-op', noop, 'no-op', sizes.noop)
    await take('add', server, 'add', sizes.change, seed)
    await take('remove', server, 'remove', sizes.change, seed)
    await take('get-group', server, 'get-group', sizes.get)
    await take('list-members', server, 'list-members', sizes.list)
    await takeBare('add', seed)
    await takeBare('remove', seed)
  }
  return judged(series, bare)
}

function judged(series: Series, bare: { add: number[]; remove: number[] }): Throughput {
  const rates = (name: string) => (series[name] ?? []).map(({ perSecond }) => perSecond)
  const costs = (name: string) => (series[name] ?? []).map(({ cpuMicros }) => cpuMicros)
  const ratio = (name: string, to: string) => rounded(medianRatio(rates(name), rates(to)))
  const byCpu = (name: string, to: string) => rounded(medianRatio(costs(to), costs(name)))
  const summaries = Object.fromEntries(Object.entries(series).map(([name, samples]) => [name, summaryOf(samples)]))
  const against = (label: string, name: string, bound: number) =>
    atLeast(`${label} to the no-op`, ratio(name, 'no-op'), bound, byCpu(name, 'no-op'))
  const p99 = (label: string, name: string) => atMost(`p99 of ${label}`, summaries[name]?.p99 ?? Number.NaN, targets.p99Ms, 'ms')
  return {
    summaries,
    store: { add: Math.round(median(bare.add)), remove: Math.round(median(bare.remove)) },
    toEcho: Object.fromEntries(calls.map((name) => [name, ratio(name, 'echo')])),
    toStore: { add: rounded(medianRatio(rates('add'), bare.add)), remove: rounded(medianRatio(rates('remove'), bare.remove)) },
    verdicts: [
      atLeast('no-op to bare node:http', ratio('no-op', 'echo'), targets.noopToEcho, byCpu('no-op', 'echo')),
      against('AddUserToGroup', 'add', targets.changeToNoop),
      against('RemoveUserFromGroup', 'remove', targets.changeToNoop),
      against('GetGroup', 'get-group', targets.getToNoop),
      against('ListGroupMembers of 100', 'list-members', targets.listToNoop),
      p99('AddUserToGroup', 'add'),
      p99('RemoveUserFromGroup', 'remove'),
      p99('GetGroup', 'get-group'),
      p99('ListGroupMembers of 100', 'list-members'),
    ],
  }
}
