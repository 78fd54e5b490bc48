import { Worker } from 'node:worker_threads'

export interface LogBounds {
  readonly everyMs: number
  /**
   * Pages (of 4 KiB) from which the log is moved into the database, and then begins anew: within the size that its file keeps, so that it is written
   * over in place. Writers wait for the last of it, some 30 ms: seldom enough that not one change in a hundred does.
   */
  readonly enough: number
  /** Pages that the log may reach whatever the thread does, as long as nobody reads an old state for long. */
  readonly most: number
}

const usual: LogBounds = { everyMs: 250, enough: 32_768, most: 65_536 }

export interface Checkpoints {
  /** Whether the log has outgrown its bound, or most of it has just been moved: the writer lets it begin anew before it writes on. */
  due(): boolean
  /** Lets the thread move what is left while nobody writes; false when there is no thread any more. */
  restart(): Promise<boolean>
  stop(): Promise<void>
}

/** Starts the thread that checkpoints. */
export function startCheckpoints(file: string, { everyMs, enough, most }: LogBounds = usual): Checkpoints {
  const entry = new URL(import.meta.url.endsWith('.ts') ? './checkpointer.ts' : './checkpointer.js', import.meta.url)
  const worker = new Worker(entry, { workerData: { file, everyMs, enough }, execArgv: [] })
  worker.unref()
  let pages = 0
  /** Pages from which the log is to begin anew whatever the thread does: more while somebody reads on, or each try would keep the writers waiting for nothing. */
  let bound = most
  /** A checkpoint ended just now: little is left for the writer to wait for. */
  let fresh = false
  let failed = false
  let told: ((restarted: boolean) => void) | undefined
  const tell = (restarted: boolean) => {
    pages = 0
    worker.unref()
    told?.(restarted)
    told = undefined
  }
  worker.on('message', (message: 'restarted' | 'held' | { log: number; done: boolean }) => {
    if (message === 'restarted' || message === 'held') {
      bound = message === 'held' ? pages + most : most
      tell(true)
      return
    }
    pages = message.log
    fresh = message.done
  })
  worker.on('error', () => {
    failed = true
    tell(false)
  })
  return {
    due() {
      const now = failed || pages > bound || (fresh && pages > enough)
      fresh = false
      return now
    },
    async restart() {
      if (failed) return false
      const restarted = new Promise<boolean>((resolve) => {
        told = resolve
      })
      worker.ref()
      worker.postMessage('restart')
      return restarted
    },
    async stop() {
      if (failed) return
      // However it ends: a thread that fails has nothing left to move.
      const exit = new Promise((resolve) => worker.once('exit', resolve))
      worker.ref()
      worker.postMessage('stop')
      await exit
    },
  }
}
