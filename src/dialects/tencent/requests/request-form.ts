import type { Answer, Request } from '../../../contract/exchange.ts'
import { commonError } from '../common-errors.ts'

const kib = 1024
const mib = 1024 * kib

const most = { query: 32 * kib, v1: mib, tc3: 10 * mib }

/** Bytes that the server reads of a body before it gives up: the most that any request may have. */
export const mostBytes = most.tc3

export function checkMethod(request: Request): void {
  if (request.method !== 'POST' && request.method !== 'GET') throw commonError('UnsupportedProtocol', request.method)
}

/** A GET has its parameters in the query, a POST in the body; each signature family has its own limit for bodies. */
export function checkSize(request: Request, family: 'tc3' | 'v1'): void {
  if (request.method === 'GET' && request.query.length > most.query) {
    throw commonError('RequestSizeLimitExceeded', { en: 'The query of a GET request', zh: 'GET 请求的查询串' }, '32 KB')
  }
  if (request.oversized || request.body.length > most[family]) {
    throw commonError('RequestSizeLimitExceeded', { en: 'The body', zh: '请求正文' }, family === 'v1' ? '1 MB' : '10 MB')
  }
}

/** Somebody who opened the address in a browser, and asks for nothing that an API client would. */
export function isBrowser(request: Request): boolean {
  if (request.method !== 'GET' || !request.headers.accept?.includes('text/html')) return false
  const { headers, query } = request
  return headers.authorization === undefined && headers['x-tc-action'] === undefined && !/(^|&)Action=/.test(query)
}

export function toDocuments(requestId: string): Answer {
  const outcome = { operation: 'tencent:-', code: 'OK', requestId }
  return { status: 302, headers: { location: '/docs/' }, type: 'text/plain', body: '', outcome }
}
