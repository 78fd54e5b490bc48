import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { pins } from './servers/pinned.ts'

/** Where and when figures were taken: they mean nothing without it. */
export interface Machine {
  readonly date: string
  readonly cores: number
  readonly model: string
  readonly memoryGiB: number
  readonly system: string
  readonly node: string
  readonly sqlite: string
  readonly commit: string
  /** Whether server and driver had a core each. */
  readonly pinned: boolean
  readonly loadAverage: number[]
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'src') === '' ? '' : ' with changes'}`
  } catch {
    return 'unknown'
  }
}

export function describeMachine(): Machine {
  return {
    date: new Date().toISOString(),
    cores: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch} ${release()}`,
    node: process.version,
    sqlite: process.versions.sqlite ?? 'unknown',
    commit: commit(),
    pinned: pins,
    loadAverage: loadavg().map((load) => Math.round(load * 100) / 100),
  }
}
