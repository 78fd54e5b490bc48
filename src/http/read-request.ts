import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Request } from '../contract/exchange.ts'
import type { ReadBody } from './read-body.ts'

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

/**
 * Whether a request names its host once, in the form that a host has; two lines of it arrive joined. HTTP/1.0 needs none. Source: RFC 9112, 3.2.
 * Tencent's `tccli` sends, and signs, the endpoint that it is configured with, and needs the scheme in it.
 */
export function namesHost({ headers: { host }, httpVersion }: Pick<IncomingMessage, 'headers' | 'httpVersion'>): boolean {
  return host === undefined ? httpVersion === '1.0' : /^(https?:\/\/)?[\w.~!$&'()*+,;=%:[\]-]*$/i.test(host)
}

/** Where a connection comes from, as a plain address: a server that listens on `::` has IPv4 clients too. */
export function clientAddress(socket: Pick<Socket, 'remoteAddress'>): string {
  const address = socket.remoteAddress ?? ''
  return address.startsWith('::ffff:') ? address.slice(7) : address
}
