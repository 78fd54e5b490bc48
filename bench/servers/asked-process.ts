import { once } from 'node:events'
import { type Core, spawnNode } from './pinned.ts'

/** A process of ours that answers each message with one. */
export interface AskedProcess<Question, Answer> {
  readonly pid: number
  ask(question: Question): Promise<Answer>
  /** Sends what needs no answer. */
  tell(message: object): void
  stop(): Promise<void>
}

/** Starts a module of the bench as a process of its own on a core of its own. */
export function startAsked<Question extends object, Answer>(
  core: Core,
  file: URL | string,
  args: readonly string[] = [],
): AskedProcess<Question, Answer> {
  const path = typeof file === 'string' ? file : file.pathname
  const child = spawnNode(core, [path, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    pid: child.pid as number,
    async ask(question) {
      child.send(question)
      const ended = new AbortController()
      const exit = once(child, 'exit', { signal: ended.signal }).then(([code, signal]) => {
        throw new Error(`${path} ended with ${code ?? signal}`)
      })
      const answer = once(child, 'message', { signal: ended.signal })
      const [{ result, error }] = (await Promise.race([answer, exit])) as [{ result?: Answer; error?: string }]
      exit.catch(() => {})
      ended.abort()
      if (error !== undefined) throw new Error(error)
      return result as Answer
    },
    tell: (message) => void child.send(message),
    async stop() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
