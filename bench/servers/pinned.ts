import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** Core 0 is for what is measured, core 1 for what measures. */
export type Core = 0 | 1

function canPin(): boolean {
  if (availableParallelism() < 2) return false
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Without `taskset` or a second core everything runs where the system puts it: the record says so. */
export const pins = canPin()

/** Runs Node.js, the one that runs the bench, on one core. */
export function spawnNode(core: Core, args: readonly string[], options: { env?: NodeJS.ProcessEnv; stdio: StdioOptions }): ChildProcess {
  const command = [process.execPath, ...args]
  const [program = '', ...rest] = pins ? ['taskset', '-c', String(core), ...command] : command
  const child = spawn(program, rest, { ...options, env: { ...process.env, ...options.env } })
  // Whatever ends the bench ends what it started.
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

export interface Memory {
  /** MiB; what is mapped from files counts in `rss` and not in `anonymous`. */
  readonly rss: number
  readonly anonymous: number
  readonly peak: number
}

/** Linux only; zeros elsewhere. */
export function memoryOf(pid: number): Memory {
  const of = (text: string, name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 102.4) / 10
  const status = procFile(pid, 'status')
  return { rss: of(status, 'VmRSS'), anonymous: of(status, 'RssAnon'), peak: of(status, 'VmHWM') }
}

/** Processor seconds that a process has used, in steps of 10 ms. Linux only; 0 elsewhere. */
export function cpuSecondsOf(pid: number): number {
  const fields = procFile(pid, 'stat').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

function procFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
