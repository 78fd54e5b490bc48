import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Pages (of 4 KiB) from which the log is moved into the database, and then begins anew: within the size that its file keeps, so that it is written over in place. */
const enough = 16_384

/** Pages that the log may reach whatever the thread does. */
const walLimit = 65_536

/** Starts the thread that checkpoints; `due()` tells the writer that the log has outgrown its bound. */
export function startCheckpoints(file: string, everyMs = 250): { due(): boolean; done(): void; stop(): Promise<void> } {
  const entry = new URL(import.meta.url.endsWith('.ts') ? './checkpointer.ts' : './checkpointer.js', import.meta.url)
  const worker = new Worker(entry, { workerData: { file, everyMs, enough }, execArgv: [] })
  worker.unref()
  let pages = 0
  /** A checkpoint ended just now: little is left for the writer to do. */
  let fresh = false
  worker.on('message', ({ log, done }: { log: number; done: boolean }) => {
    pages = log
    fresh = done
  })
  let failed = false
  worker.on('error', () => {
    failed = true
  })
  return {
    due() {
      const now = failed || pages > walLimit || (fresh && pages > enough)
      fresh = false
      return now
    },
    done: () => {
      pages = 0
    },
    async stop() {
      if (failed) return
      const exit = once(worker, 'exit')
      worker.ref()
      worker.postMessage('stop')
      await exit
    },
  }
}
