import { drawsFrom } from '../data/data-set.ts'
import type { ScaleName } from '../data/scales.ts'
import { median, rounded } from '../report/statistics.ts'
import type { AskedProcess } from '../servers/asked-process.ts'
import { cpuSecondsOf } from '../servers/pinned.ts'
import type { Job, LoadResult, Pattern } from './jobs.ts'

export type Driver = AskedProcess<Job, LoadResult>

export interface Target {
  readonly pid: number
  readonly port: number
}

/** One round of one pattern against one server. */
export interface Sample {
  readonly perSecond: number
  /** Processor time of the server for one request: does not see what else the machine does. */
  readonly cpuMicros: number
  /** Milliseconds from a request to its answer. */
  readonly p50: number
  readonly p99: number
  /** Which part of the time each of them was busy. */
  readonly serverBusy: number
  readonly driverBusy: number
}

/** The median of several rounds, figure by figure. */
export type Summary = Sample

export interface Load {
  readonly driver: Driver
  readonly scale: ScaleName
  readonly connections: number
  /** How long one round of one pattern should take. */
  readonly seconds: number
}

const draws = drawsFrom(20_261)
export const nextSeed = (): number => Math.floor(draws() * 2 ** 31)

export async function sample(
  { driver, scale, connections }: Load,
  target: Target,
  pattern: Pattern,
  requests: number,
  seed: number,
): Promise<Sample> {
  const before = cpuSecondsOf(target.pid)
  const result = await driver.ask({ port: target.port, scale, pattern, seed, requests, connections })
  const cpu = cpuSecondsOf(target.pid) - before
  return {
    perSecond: result.requests / result.seconds,
    cpuMicros: (cpu / result.requests) * 1e6,
    p50: result.p50,
    p99: result.p99,
    serverBusy: cpu / result.seconds,
    driverBusy: result.driverBusy,
  }
}

/** Requests of the two short runs that warm a server up. */
const warmUp = [3_000, 4_000] as const

/** How many requests fill a round, in whole turns of two of every connection; taken from a short run that also warms the server up. */
export async function sizeOfRound(
  load: Load,
  target: Target,
  pattern: Pattern,
  most = 200_000,
  [first, second]: readonly [number, number] = warmUp,
): Promise<number> {
  const pair = load.connections * 2
  const whole = (requests: number) => Math.max(pair, Math.floor(Math.min(requests, most) / pair) * pair)
  await undone(load, target, pattern, whole(first))
  const { perSecond } = await undone(load, target, pattern, whole(second))
  return whole(perSecond * load.seconds)
}

/** An `add` is followed by its `remove`, so that the state is the same afterwards. */
async function undone(load: Load, target: Target, pattern: Pattern, requests: number): Promise<Sample> {
  const seed = nextSeed()
  const measured = await sample(load, target, pattern, requests, seed)
  if (pattern === 'add') await sample(load, target, 'remove', requests, seed)
  return measured
}

export function summaryOf(samples: readonly Sample[]): Summary {
  const of = (name: keyof Sample) => rounded(median(samples.map((one) => one[name])))
  return {
    perSecond: Math.round(median(samples.map(({ perSecond }) => perSecond))),
    cpuMicros: of('cpuMicros'),
    p50: of('p50'),
    p99: of('p99'),
    serverBusy: of('serverBusy'),
    driverBusy: of('driverBusy'),
  }
}
