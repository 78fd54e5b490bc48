import { fork } from 'node:child_process'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { root } from '../../ground/tree.ts'

/** The server under test, seen from its parent. */
export interface Target {
  /** What it told of that must not happen. */
  readonly complaints: readonly string[]
  send(question: 'memory' | 'stop' | { readonly turn: number }): void
  /** What it says next of this; rejects when it ends instead. */
  hear(name: string): Promise<unknown>
  end(): void
}

let bundled: Promise<string> | undefined

/** All of ours in one file, and the server's thread beside it: it starts in half of the time that each source of its own takes. */
async function bundleTarget(): Promise<string> {
  const folder = join(root, 'node_modules', '.rollcall-target')
  const { outputFiles } = await build({
    entryPoints: {
      target: fileURLToPath(new URL('./target.ts', import.meta.url)),
      checkpointer: join(root, 'src/storage/engines/checkpointer.ts'),
    },
    outdir: folder,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
    write: false,
  })
  mkdirSync(folder, { recursive: true })
  for (const { path, contents } of outputFiles) {
    // Another process may be starting the same: it sees a whole file.
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, contents)
    renameSync(draft, path)
  }
  return join(folder, 'target.js')
}

/** Starts a whole server in a process of its own. */
export async function startTarget(folder: string, databaseUrl: string | undefined): Promise<Target> {
  bundled ??= bundleTarget()
  const file = await bundled
  const child = fork(file, [folder, ...(databaseUrl ? [databaseUrl] : [])], { execArgv: ['--expose-gc'] })
  const complaints: string[] = []
  let waiting: { name: string; resolve(value: unknown): void; reject(reason: Error): void } | undefined
  child.on('message', (message: Record<string, unknown>) => {
    if (typeof message.complaint === 'string') complaints.push(message.complaint)
    if (waiting && waiting.name in message) waiting.resolve(message[waiting.name])
  })
  child.on('exit', (code, signal) => waiting?.reject(new Error(`the server ended with ${code ?? signal}`)))
  return {
    complaints,
    send: (question) => void child.send(question),
    hear: (name) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      waiting = { name, resolve, reject }
      return promise
    },
    end: () => void child.kill('SIGKILL'),
  }
}
