import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Answer } from '../contract/exchange.ts'

/** How long a client may go on talking after its answer; closing at once could cost it the answer. */
const lingerMs = 1000

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

/** Sends the rest of an answer while its request is still coming, which is thrown away: to close on unread bytes would cost the client the answer. */
function endBehindRequest(res: ServerResponse, body: string): void {
  if (body === '') res.flushHeaders()
  else res.write(body)
  const linger = setTimeout(() => res.end(), lingerMs)
  res.once('close', () => clearTimeout(linger))
  res.req.once('end', () => res.end())
  res.req.resume()
}

/** Writes an answer to a bare socket, as the last that it carries. */
export function endWith(socket: Socket, { status, type, body, headers = {} }: Answer): void {
  const more = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${more}Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`
  const linger = setTimeout(() => socket.destroy(), lingerMs)
  socket.once('close', () => clearTimeout(linger))
  socket.on('error', () => socket.destroy())
  socket.end(head + body)
}
