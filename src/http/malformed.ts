import type { Socket } from 'node:net'
import type { Answer } from '../contract/exchange.ts'
import type { Connections } from './connections/connections.ts'
import type { Limits } from './listener.ts'
import { notHttp, plainRefusal } from './plain-answers.ts'
import { clientAddress } from './read-request.ts'
import type { Observer } from './serve-route.ts'
import { endWith, writeAnswer } from './write-answer.ts'

/** What Node says of bytes that it does not take for a request. */
type Fault = Error & { readonly code?: string; readonly reason?: string }

/**
 * Answers what is not HTTP, is too long or comes too slowly, and ends the connection. Earlier requests of the same connection
 * get their answers first.
 */
export function refuseMalformed(connections: Connections, limits: Limits, observe: Observer): (fault: Fault, socket: Socket) => void {
  const refused = new WeakSet<Socket>()
  return (fault, socket) => {
    if (refused.has(socket)) return
    refused.add(socket)
    if (fault.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const answer = wording(fault, limits)
    const newest = connections.newest(socket)
    if (newest && !newest.req.complete && !newest.headersSent) writeAnswer(newest, answer, true)
    else if (newest && !newest.writableFinished && newest.req.complete) newest.once('finish', () => endWith(socket, answer))
    else endWith(socket, answer)
    observe(answer.outcome, 0, clientAddress(socket))
  }
}

/** Answers CONNECT, which Node hands over as a bare socket. */
export function refuseConnect(observe: Observer): (request: unknown, socket: Socket) => void {
  return (_request, socket) => {
    const answer = plainRefusal(
      405,
      'MethodNotAllowed',
      'This server is not a proxy: take its address out of the proxy settings of the client.',
      '本服务器不是代理，请从客户端的代理设置中去掉其地址。',
    )
    endWith(socket, answer)
    observe(answer.outcome, 0, clientAddress(socket))
  }
}

/** In plain words of the server's own: of what never became a request nobody knows which wire it was meant for, its path may not even have come. */
function wording({ code, reason }: Fault, { headerBytes, headersMs, requestMs }: Limits): Answer {
  if (code === 'HPE_HEADER_OVERFLOW')
    return plainRefusal(
      431,
      'HeaderTooLarge',
      `The request line and headers are longer than ${headerBytes / 1024} KiB. Send the parameters in a POST body.`,
      `请求行与请求头超过 ${headerBytes / 1024} KiB，请改用 POST 并把参数放入请求体。`,
    )
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW')
    return plainRefusal(
      413,
      'BodyTooLarge',
      'The chunk extensions of the body are too long. Send the body without them.',
      '请求体的分块扩展过长，请去掉分块扩展。',
    )
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return plainRefusal(
      408,
      'RequestTimeout',
      `The request took too long to arrive: its headers may take ${headersMs / 1000} s, all of it ${requestMs / 1000} s.`,
      `请求到达过慢：请求头须在 ${headersMs / 1000} 秒内、整个请求须在 ${requestMs / 1000} 秒内到达。`,
    )
  return notHttp(reason)
}
