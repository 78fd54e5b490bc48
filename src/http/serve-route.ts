import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Outcome, Route } from '../contract/exchange.ts'
import { batchedReplies } from './batched-replies.ts'
import type { Connections } from './connections/connections.ts'
import { internalError } from './plain-answers.ts'
import { hasBody, noBody, type ReadBody, readBody } from './read-body.ts'
import { clientAddress, requestOf } from './read-request.ts'
import { writeAnswer } from './write-answer.ts'

/** Is told of every answer when it is written. */
export type Observer = (outcome: Outcome, milliseconds: number, ip: string) => void

export interface ServingOptions {
  readonly connections: Connections
  readonly batched: boolean
  readonly drainBytes: number
  /** Requests whose client waits for `100 Continue`. */
  readonly waiting: WeakSet<IncomingMessage>
  readonly observe: Observer
}

interface Reply {
  readonly res: ServerResponse
  readonly answer: Answer
  readonly startedAt: number
  readonly ip: string
  readonly close: boolean
}

export type ServeRoute = (route: Route, req: IncomingMessage, res: ServerResponse, params: Readonly<Record<string, string>>) => void

/** Carries one exchange from Node's request to Node's response through a route of the contract. */
export function createServing(options: ServingOptions): ServeRoute {
  const write = (reply: Reply) => writeReply(reply, options)
  const send = options.batched ? batchedReplies(write, ({ answer }) => answer.body.length) : write
  return (route, req, res, params) => {
    const startedAt = performance.now()
    const ip = clientAddress(req.socket)
    options.connections.opened(req, res)
    const handle = (read: ReadBody) => {
      const answered = (answer: Answer) => send({ res, answer, startedAt, ip, close: !read.complete })
      const failed = (fault: unknown) => answered(internalError(fault))
      try {
        route.handle(requestOf(req, read, params, ip)).then(answered, failed)
      } catch (fault) {
        failed(fault)
      }
    }
    if (!hasBody(req)) handle(noBody)
    else readBody(req, res, { limit: route.bodyLimit, drain: options.drainBytes, waits: options.waiting.has(req) }, handle)
  }
}

function writeReply({ res, answer, startedAt, ip, close }: Reply, { connections, observe }: ServingOptions): void {
  try {
    writeAnswer(res, answer, close || connections.isLast(res), close)
    observe(answer.outcome, performance.now() - startedAt, ip)
  } catch (fault) {
    // The answer had a header or a status that HTTP does not allow: ours to mend, and no reason to leave the client waiting.
    const failure = internalError(fault)
    if (!res.headersSent) writeAnswer(res, failure, true)
    observe({ ...answer.outcome, code: failure.outcome.code, fault }, performance.now() - startedAt, ip)
  }
}
