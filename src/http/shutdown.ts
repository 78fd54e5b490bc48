import type { RunningHttp } from './server.ts'

/** What has to end, in this order. */
export interface ShutdownParts {
  /** Is told first, so that `/readyz` turns; a load balancer then looks elsewhere. */
  readonly begin?: () => void
  readonly http: Pick<RunningHttp, 'close' | 'cut'>
  /** Ends what stood behind the answers: the rate limiter, then the store. Runs when the last answer has left. */
  readonly closeBehind: () => Promise<void>
  /** For all of it; default ten seconds. */
  readonly limitMs?: number
}

/** `clean`: everything accepted was answered and all was closed. `cut`: the limit passed, or somebody asked a second time. */
export type ShutdownEnd = 'clean' | 'cut'

/**
 * Gives the function that ends the server: it stops accepting, finishes what was accepted, then closes what is behind, all within the
 * limit. Called a second time while it is at it, it cuts off the connections and ends at once; both calls then resolve with `cut`.
 * What is behind is not waited for then: a store must bear that, as it bears a power cut.
 */
export function createShutdown({ begin, http, closeBehind, limitMs = 10_000 }: ShutdownParts): () => Promise<ShutdownEnd> {
  const ended = Promise.withResolvers<ShutdownEnd>()
  let begun = false
  const end = async (): Promise<ShutdownEnd> => {
    begin?.()
    const startedAt = performance.now()
    const clean = await http.close(limitMs)
    const rest = limitMs - (performance.now() - startedAt)
    // Connections that used up the limit leave the store one more second: it has only its last commit to finish.
    const timer = setTimeout(() => ended.resolve('cut'), Math.max(rest, 1000))
    try {
      await closeBehind()
    } finally {
      clearTimeout(timer)
    }
    return clean ? 'clean' : 'cut'
  }
  return () => {
    if (begun) {
      http.cut()
      ended.resolve('cut')
    } else {
      begun = true
      end().then(ended.resolve, ended.reject)
    }
    return ended.promise
  }
}
