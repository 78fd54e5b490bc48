import { randomUUID } from 'node:crypto'
import type { Answer } from '../contract/exchange.ts'

/** An answer of the server itself, before or beside any dialect: plain JSON. */
export function plainAnswer(status: number, code: string, message: string, fault?: unknown): Answer {
  const requestId = randomUUID()
  return {
    status,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ error: code, message, requestId }),
    outcome: { operation: 'http:-', code, requestId, fault },
  }
}

export const notFound = (path: string): Answer =>
  plainAnswer(404, 'NotFound', `Nothing is served at ${path}; /docs/ lists what is. 此路径下没有服务，全部接口见 /docs/。`)

export const notHttp = (): Answer => plainAnswer(400, 'MalformedRequest', 'This is not a valid HTTP/1.1 request.')

/** For a handler that threw: a fault of ours, told to the log and not to the client. */
export const internalError = (fault: unknown): Answer =>
  plainAnswer(500, 'InternalError', 'The server failed to answer. Its log tells more under this requestId.', fault)
