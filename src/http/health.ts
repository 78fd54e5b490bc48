import type { Answer, Route } from '../contract/exchange.ts'
import { plainAnswer } from './plain-answers.ts'

/** How long a check may take before it counts as failed. */
const patienceMs = 5000

/**
 * `GET /healthz` answers as long as the process does. `GET /readyz` asks `ready`, which rejects with the reason while the server is
 * starting, ending or cut off from its database; then the answer is 503.
 */
export function healthRoutes(ready: () => Promise<void>): Route[] {
  return [
    { method: 'GET', path: '/healthz', bodyLimit: 0, handle: async () => healthAnswer('http:healthz', 200, 'OK', 'up') },
    {
      method: 'GET',
      path: '/readyz',
      bodyLimit: 0,
      async handle() {
        try {
          await within(patienceMs, ready())
          return healthAnswer('http:readyz', 200, 'OK', 'ready')
        } catch (reason) {
          return healthAnswer('http:readyz', 503, 'NotReady', reason instanceof Error ? reason.message : String(reason))
        }
      },
    },
  ]
}

/** What `/readyz` says over the life of a server. */
export interface Readiness {
  ready(): Promise<void>
  /** Until `started`, and again from `ending` on, the server is not ready, whatever its parts say. */
  started(check: () => Promise<void>): void
  ending(): void
}

export function createReadiness(): Readiness {
  let check: () => Promise<void> = () => Promise.reject(new Error('The server is starting.'))
  return {
    ready: () => check(),
    started: (first) => {
      check = first
    },
    ending: () => {
      check = () => Promise.reject(new Error('The server is ending.'))
    },
  }
}

function healthAnswer(operation: string, status: number, code: string, text: string): Answer {
  const { type, outcome } = plainAnswer(status, code, text)
  return {
    status,
    type,
    body: JSON.stringify(status === 200 ? { status: text } : { status: 'not ready', reason: text }),
    outcome: { ...outcome, operation },
  }
}

async function within(ms: number, check: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The check took longer than ${ms} ms.`)), ms)
  })
  try {
    await Promise.race([check, late])
  } finally {
    clearTimeout(timer)
  }
}
