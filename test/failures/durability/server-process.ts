import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { program } from '../../kit/program.ts'

/** The key and the token that every server of these tests starts with. */
export const firstKey: { readonly secretId: string; readonly secretKey: string } = {
  secretId: 'AKIDdurabilitydurability',
  secretKey: 'secretOfDurability',
}
export const adminToken = 'token-of-durability'

/** A real server in a process of its own. */
export interface ServerProcess {
  readonly pid: number
  /** Where it listens; rejects with what it said when it ends before. */
  readonly port: Promise<number>
  /** SIGKILL: resolves when the process is gone. */
  kill9(): Promise<void>
  /** SIGTERM: resolves with the exit code. */
  stop(): Promise<number | null>
}

/** Starts `rollcall serve` on this folder, and on this database when one is given. */
export function startProcess(folder: string, databaseUrl?: string): ServerProcess {
  const child = spawn(process.execPath, [program, 'serve'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      ROLLCALL_DATA_DIR: folder,
      ROLLCALL_PORT: '0',
      ROLLCALL_SECRET_ID: firstKey.secretId,
      ROLLCALL_SECRET_KEY: firstKey.secretKey,
      ROLLCALL_ADMIN_TOKEN: adminToken,
      ROLLCALL_RATE_LIMITS: 'off',
      ROLLCALL_LOG_LEVEL: 'fatal',
      ...(databaseUrl && { ROLLCALL_DATABASE_URL: databaseUrl }),
    },
  })
  const port = listening(child)
  // A start that is killed on purpose has no port, and nobody asks for it.
  port.catch(() => {})
  const ended = once(child, 'exit')
  return {
    pid: child.pid as number,
    port,
    async kill9() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}

function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (bytes) => {
      said = `${said}${bytes}`.slice(0, 20_000)
      const port = /listens on http:\/\/[^:]+:(\d+)/.exec(said)?.[1]
      if (port) resolve(Number(port))
    })
    child.once('exit', (code, signal) => reject(new Error(`the server ended with ${code ?? signal} and said: ${said}`)))
  })
}
