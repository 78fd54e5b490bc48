import type { Answer, Outcome, Request, Route } from '../../src/contract/exchange.ts'
import { type HttpOptions, type RunningHttp, startHttp } from '../../src/http/server.ts'

export const text = (body: string, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  type: 'text/plain; charset=utf-8',
  body,
  outcome: { operation: 'test:Echo', code: 'OK', requestId: 'r-1' },
  ...more,
})

/** What a request looked like when it reached a route. */
const seen = (request: Request) => ({ ...request, headers: { ...request.headers }, body: request.body.toString('base64') })

/** Answers with what it saw, as JSON. */
export const echo = (path: string, method = '*', bodyLimit = 1024): Route => ({
  method,
  path,
  bodyLimit,
  handle: async (request) => text(JSON.stringify(seen(request)), { type: 'application/json' }),
})

export interface Serving extends RunningHttp, AsyncDisposable {
  readonly outcomes: Outcome[]
}

/** A server on a free port; ends with the test's scope. */
export async function serving(routes: Route[], more: Partial<HttpOptions> = {}): Promise<Serving> {
  const outcomes: Outcome[] = []
  const http = await startHttp({ host: '127.0.0.1', port: 0, routes, observe: (outcome) => outcomes.push(outcome), ...more })
  return { ...http, outcomes, [Symbol.asyncDispose]: async () => void (await http.close(100)) }
}
