import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Outcome, Request, Route } from '../contract/exchange.ts'
import { batchedReplies } from './batched-replies.ts'
import type { Connections } from './connections.ts'
import { internalError } from './plain-answers.ts'
import { hasBody, noBody, type ReadBody, readBody } from './read-body.ts'

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
  const send = options.batched ? batchedReplies(write) : write
  return (route, req, res, params) => {
    const startedAt = performance.now()
    const ip = clientAddress(req)
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

/** The request as the contract has it. */
export function requestOf(req: IncomingMessage, read: ReadBody, params: Readonly<Record<string, string>>, ip: string): Request {
  const url = req.url ?? '/'
  const mark = url.indexOf('?')
  return {
    method: req.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    // Requests have no header that Node keeps as a list but set-cookie, which means nothing in a request.
    headers: req.headers as Readonly<Record<string, string | undefined>>,
    body: read.body,
    oversized: read.oversized,
    params,
    ip,
  }
}

/** `GET http://host/path` means `GET /path`: clients behind a proxy may write it so. */
export function originForm(url: string): string {
  if (url.charCodeAt(0) === 47) return url
  const absolute = /^https?:\/\/[^/?#]*/i.exec(url)
  if (!absolute) return url
  const rest = url.slice(absolute[0].length)
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** Where a request comes from, as a plain address. */
export function clientAddress(req: IncomingMessage): string {
  const address = req.socket.remoteAddress ?? ''
  return address.startsWith('::ffff:') ? address.slice(7) : address
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

/** Writes one answer to Node's response; `unread`: the request is still coming. */
export function writeAnswer(res: ServerResponse, answer: Answer, close: boolean, unread = false): void {
  const headers: Record<string, string | number> = { ...answer.headers }
  if (answer.status !== 204 && answer.status !== 304) {
    headers['content-type'] = answer.type
    headers['content-length'] = Buffer.byteLength(answer.body)
  }
  if (close) headers.connection = 'close'
  res.writeHead(answer.status, headers)
  if (unread) endBehindRequest(res, answer.body)
  else res.end(answer.body)
}

/** How long a client may go on talking after its answer. */
const lingerMs = 1000

/** Sends the rest of an answer while its request is still coming, which is thrown away: to close on unread bytes would cost the client the answer. */
function endBehindRequest(res: ServerResponse, body: string): void {
  if (body === '') res.flushHeaders()
  else res.write(body)
  const linger = setTimeout(() => res.end(), lingerMs)
  res.once('close', () => clearTimeout(linger))
  res.req.once('end', () => res.end())
  res.req.resume()
}
