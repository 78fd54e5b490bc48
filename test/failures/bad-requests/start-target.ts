import { fork } from 'node:child_process'

/** The server under test, seen from its parent. */
export interface Target {
  /** What it told of that must not happen. */
  readonly complaints: readonly string[]
  send(question: 'memory' | 'stop' | { readonly turn: number }): void
  /** What it says next of this; rejects when it ends instead. */
  hear(name: string): Promise<unknown>
  end(): void
}

/** Starts a whole server in a process of its own. */
export function startTarget(folder: string, databaseUrl: string | undefined): Target {
  const file = new URL('./target.ts', import.meta.url)
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
