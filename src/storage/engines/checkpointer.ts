import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/** Moves the write-ahead log into the database beside the server's own thread, so that no request waits for it. */
const { file, everyMs } = workerData as { file: string; everyMs: number }
const database = new DatabaseSync(file, { timeout: 100 })
database.exec('pragma synchronous = full')
const checkpoint = database.prepare('pragma wal_checkpoint(passive)')

const timer = setInterval(() => {
  try {
    const { log } = checkpoint.get() as { log: number }
    parentPort?.postMessage(log)
  } catch {
    // Busy: the next turn tries again.
  }
}, everyMs)

parentPort?.on('message', () => {
  clearInterval(timer)
  database.close()
  parentPort?.close()
})
