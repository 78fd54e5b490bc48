import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/** Moves the write-ahead log into the database beside the server's own thread, so that no request waits for it. */
const { file, everyMs, enough } = workerData as { file: string; everyMs: number; enough: number }
giveWay()
const database = new DatabaseSync(file, { timeout: 100 })
database.exec('pragma synchronous = full; pragma wal_autocheckpoint = 0')
const look = database.prepare('pragma wal_checkpoint(noop)')
const checkpoint = database.prepare('pragma wal_checkpoint(passive)')
const restart = database.prepare('pragma wal_checkpoint(restart)')
let before = 0

interface Moved {
  readonly log: number
  readonly checkpointed: number
}

/** Whether hardly anything is left: who still reads what is old keeps the log as it is, and nobody should wait for him. */
function isMoved({ log, checkpointed }: Moved): boolean {
  return log - checkpointed <= enough / 16
}

/** A page that changes again before it is moved is moved once: the thread waits until there is much, or nothing new. */
function turn(): void {
  try {
    const { log, checkpointed } = look.get() as { log: number; checkpointed: number }
    const now = checkpointed < log && (log >= enough || log === before)
    parentPort?.postMessage({ log, done: now && isMoved(checkpoint.get() as unknown as Moved) })
    before = log
  } catch {
    // Busy: the next turn tries again.
  }
}

/** Nobody writes meanwhile: what is left is moved, and the next change is written to the log's beginning. Held when somebody still reads what the log has. */
function beginAnew(): void {
  parentPort?.postMessage(isRestarted() ? 'restarted' : 'held')
}

function isRestarted(): boolean {
  try {
    if ((restart.get() as { busy: number }).busy !== 0) return false
    before = 0
    return true
  } catch {
    return false
  }
}

/** Where requests and this thread share a processor, requests go first. Linux counts niceness by thread; elsewhere nothing changes. */
function giveWay(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    if (thread > 0) setPriority(thread, 10)
  } catch {
    // No such thing here.
  }
}

const timer = setInterval(turn, everyMs)

parentPort?.on('message', (asked: 'restart' | 'stop') => {
  if (asked === 'restart') {
    beginAnew()
    return
  }
  clearInterval(timer)
  database.close()
  parentPort?.close()
})
