import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pattern } from '../load/jobs.ts'
import { type Load, nextSeed, sample, sizeOfRound } from '../load/measure.ts'
import { rounded } from '../report/statistics.ts'
import { type ServerOptions, startServer } from '../servers/rollcall-server.ts'

/** Functions by their own time, the greatest first. */
export interface Profile {
  readonly pattern: string
  readonly functions: { readonly name: string; readonly percent: number }[]
}

interface CpuProfile {
  readonly nodes: { readonly id: number; readonly callFrame: { functionName: string; url: string; lineNumber: number } }[]
  readonly samples: number[]
  readonly timeDeltas: number[]
}

/** Runs one pattern against a server that is profiled from its start to its end; what is not the load is little beside it. */
export async function profile(load: Load, options: ServerOptions, pattern: Pattern, folder: string): Promise<Profile> {
  const program = ['--cpu-prof', '--cpu-prof-interval=250', `--cpu-prof-dir=${folder}`, ...options.program]
  const server = await startServer({ ...options, program })
  const requests = await sizeOfRound(load, server, pattern, 60_000)
  for (let round = 0; round < 3; round++) {
    const seed = nextSeed()
    await sample(load, server, pattern, requests, seed)
    if (pattern === 'add') await sample(load, server, 'remove', requests, seed)
  }
  load.driver.tell({ close: server.port })
  await server.stop()
  return { pattern: pattern === 'add' ? 'add and remove' : pattern, functions: ownTimes(folder) }
}

/** The main thread's profile is the largest; the thread that checkpoints writes one too. */
function ownTimes(folder: string): Profile['functions'] {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const largest = texts.sort((a, b) => b.length - a.length)[0]
  if (!largest) return []
  const { nodes, samples, timeDeltas } = JSON.parse(largest) as CpuProfile
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const times = new Map<string, number>()
  let total = 0
  samples.forEach((id, index) => {
    const name = names.get(id) ?? ''
    if (name === '(idle)') return
    const time = timeDeltas[index] ?? 0
    times.set(name, (times.get(name) ?? 0) + time)
    total += time
  })
  const sorted = [...times].sort(([, a], [, b]) => b - a).slice(0, 40)
  return sorted.map(([name, time]) => ({ name, percent: rounded((100 * time) / total) }))
}

function nameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const file = url.split('/').at(-1) ?? ''
  return `${functionName || 'anonymous'}${file === '' ? '' : ` (${file}:${lineNumber + 1})`}`
}
