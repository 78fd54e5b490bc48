import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const memory = '/dev/shm'

/** Far beyond what directories of tests take at the same time; a container is often given 64 MiB. */
const ofDirectories = 2 ** 30

function placeFor(bytes: number): string {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    // What is kept there is memory that nobody else can have.
    if (bavail * bsize >= bytes && process.availableMemory() >= 2 * bytes) return memory
  } catch {
    // No such place on this machine.
  }
  return tmpdir()
}

/** The process that runs all tests, as its workers know it: what the folders of one run lie in is named after it. */
const runner = 'TEST_RUN_PID'

const ofRun = (pid: string) => `rollcall-run-${pid}`

/**
 * A new folder for what need not survive the machine: in memory where there is room for so many bytes, as a test has no use for waiting for
 * the disk. It goes with its run at the latest.
 */
export function passingFolder(prefix: string, bytes: number = ofDirectories): string {
  const run = join(placeFor(bytes), ofRun(process.env[runner] ?? String(process.pid)))
  // PostgreSQL may run as somebody else, and finds its own folder in here.
  mkdirSync(run, { recursive: true, mode: 0o711 })
  return mkdtempSync(join(run, prefix))
}

/** Begins a run of tests: removes what runs that were killed left behind. Answers what removes what this one leaves. */
export function beginRun(): () => void {
  process.env[runner] = String(process.pid)
  for (const place of places()) {
    for (const name of readdirSync(place)) {
      const pid = /^rollcall-run-(\d+)$/.exec(name)?.[1]
      if (pid !== undefined && !lives(Number(pid))) remove(join(place, name))
    }
  }
  return () => {
    for (const place of places()) remove(join(place, ofRun(String(process.pid))))
  }
}

const places = () => [memory, tmpdir()].filter((place) => accessible(place))

function accessible(place: string): boolean {
  try {
    accessSync(place, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Somebody else's folder stays his. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
