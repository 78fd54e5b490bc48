import { setTimeout as wait } from 'node:timers/promises'
import { median } from '../report/statistics.ts'
import { atMost, targets, type Verdict } from '../report/targets.ts'
import { type Memory, memoryOf } from '../servers/pinned.ts'
import { type ServerOptions, startServer } from '../servers/rollcall-server.ts'

export interface StartUp {
  readonly startMs: { readonly median: number; readonly all: number[] }
  readonly idle: Memory
  readonly verdicts: Verdict[]
}

/** From starting the process to listening on a folder that is there, and what an idle server holds. The first start only warms up the caches. */
export async function measureStartUp(options: ServerOptions, starts = 7): Promise<StartUp> {
  const all: number[] = []
  let idle: Memory = { rss: 0, anonymous: 0, peak: 0 }
  for (let start = 0; start <= starts; start++) {
    const server = await startServer(options)
    if (start > 0) all.push(Math.round(server.startMs))
    if (start === starts) {
      await wait(2000)
      idle = memoryOf(server.pid)
    }
    await server.stop()
  }
  const startMs = Math.round(median(all))
  return {
    startMs: { median: startMs, all },
    idle,
    verdicts: [
      atMost('start to listening on an existing folder', startMs, targets.startMs, 'ms'),
      atMost('idle RSS', idle.rss, targets.idleMiB, 'MiB'),
    ],
  }
}
