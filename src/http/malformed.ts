import type { Socket } from 'node:net'
import type { Answer } from '../contract/exchange.ts'
import type { Connections } from './connections.ts'
import { notHttp, plainAnswer } from './plain-answers.ts'
import { clientAddress } from './read-request.ts'
import type { Observer } from './serve-route.ts'
import { endWith, writeAnswer } from './write-answer.ts'

/**
 * Answers what is not HTTP, is too long or comes too slowly, and ends the connection. Earlier requests of the same connection
 * get their answers first.
 */
export function refuseMalformed(connections: Connections, observe: Observer): (fault: Error & { code?: string }, socket: Socket) => void {
  const refused = new WeakSet<Socket>()
  return (fault, socket) => {
    if (refused.has(socket)) return
    refused.add(socket)
    if (fault.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const answer = wording(fault.code)
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
    const answer = plainAnswer(405, 'MethodNotAllowed', 'This server is not a proxy.')
    endWith(socket, answer)
    observe(answer.outcome, 0, clientAddress(socket))
  }
}

/** In plain words of the server's own: of what never became a request nobody knows which wire it was meant for, its path may not even have come. */
function wording(code: string | undefined): Answer {
  if (code === 'HPE_HEADER_OVERFLOW')
    return plainAnswer(431, 'HeaderTooLarge', 'The request line and headers are too large. Send the parameters in a POST body.')
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return plainAnswer(413, 'BodyTooLarge', 'The chunk extensions of the body are too large.')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return plainAnswer(408, 'RequestTimeout', 'The request took too long to arrive.')
  return notHttp()
}
