import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Pages (of 4 KiB) that the write-ahead log may reach before the writer itself starts it anew. */
const walLimit = 32_768

/** Starts the thread that checkpoints; `due()` tells the writer that the log has outgrown its bound. */
export function startCheckpoints(file: string, everyMs = 250): { due(): boolean; done(): void; stop(): Promise<void> } {
  const entry = new URL(import.meta.url.endsWith('.ts') ? './checkpointer.ts' : './checkpointer.js', import.meta.url)
  const worker = new Worker(entry, { workerData: { file, everyMs }, execArgv: [] })
  worker.unref()
  let pages = 0
  worker.on('message', (log: number) => {
    pages = log
  })
  let failed = false
  worker.on('error', () => {
    failed = true
  })
  return {
    due: () => failed || pages > walLimit,
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
