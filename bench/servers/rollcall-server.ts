import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { account } from '../data/data-set.ts'
import type { Place } from '../data/filling.ts'
import { spawnNode } from './pinned.ts'

export interface ServerOptions extends Place {
  /** What to run under Node.js, with its arguments. */
  readonly program: readonly string[]
  readonly logLevel?: string
  /** Where the log goes; to the bench's own standard error when absent. */
  readonly logFile?: string
}

export interface MeasuredServer {
  readonly pid: number
  readonly port: number
  /** From starting the process to reading that it listens. */
  readonly startMs: number
  stop(): Promise<void>
}

/** The settings of a measured server: its limiter counts every call and refuses none. */
function environment({ dataDir, databaseUrl, logLevel = 'warn' }: ServerOptions): NodeJS.ProcessEnv {
  return {
    ROLLCALL_DATA_DIR: dataDir,
    ...(databaseUrl && { ROLLCALL_DATABASE_URL: databaseUrl }),
    ROLLCALL_PORT: '0',
    ROLLCALL_MASTER_KEY: account.masterKey,
    ROLLCALL_RATE_LIMITS: '1000000',
    ROLLCALL_LOG_LEVEL: logLevel,
  }
}

/** Starts a server on core 0 and answers when it says that it listens. */
export async function startServer(options: ServerOptions): Promise<MeasuredServer> {
  const startedAt = performance.now()
  const log = options.logFile ? openSync(options.logFile, 'w') : 2
  const child = spawnNode(0, options.program, { env: environment(options), stdio: ['ignore', log, 'pipe'] })
  const port = await portOf(child)
  return {
    pid: child.pid as number,
    port,
    startMs: performance.now() - startedAt,
    async stop() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** Every server measured here says `listens on http://127.0.0.1:<port>` on standard error. */
function portOf(child: ChildProcess): Promise<number> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece
      const found = /listens on http:\/\/[^:]+:(\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`a server ended with ${code}: ${said}`)))
  })
}
