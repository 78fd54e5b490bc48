import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The oldest Node.js that Rollcall runs on. */
export const oldestMajor = 24

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** True when this very process can run Rollcall. */
export function runsHere() {
  return Number.parseInt(process.versions.node, 10) >= oldestMajor
}

/** Path of a Node.js that can run Rollcall: this process's own, or the one that the npm package `node` brought into `root`; undefined without either. */
export function findNode(root) {
  if (runsHere()) return process.execPath
  const brought = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(brought) ? brought : undefined
}

/**
 * Runs Node.js with these arguments in place of this process: same streams, same exit code or signal.
 * The child leads its own process group, so that a Ctrl-C, which a terminal and npm both deliver, reaches it once.
 * The channel between the two tells the child when this process is gone.
 * Under npm this process watches its own parent too: npm stops only the shell between them.
 */
export function become(node, args) {
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: process.platform !== 'win32' })
  let passed = false
  const pass = (signal) => {
    if (passed) return
    passed = true
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    // A later, second signal is the user's own: by then the doubled first one has arrived.
    setTimeout(() => {
      passed = false
    }, 1000).unref()
  }
  for (const signal of stopSignals) process.on(signal, pass)
  if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(() => pass('SIGTERM'))
  child.on('error', (error) => {
    console.error(`rollcall: cannot start ${node}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const name of stopSignals) process.off(name, pass)
    process.kill(process.pid, signal)
  })
}

function whenOrphaned(tell) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    tell()
  }, 250)
  watch.unref()
}

/** Where `become` started this process: ends it, gracefully, when the process before it is gone. */
export function endWithParent() {
  if (process.channel === undefined || process.channel === null) return
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
