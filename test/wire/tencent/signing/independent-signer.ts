import { createHash, createHmac } from 'node:crypto'
import type { Request } from '../../../../src/contract/exchange.ts'

/** Signs as the vendor's pages describe it, sharing nothing with the code under test. */
export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

export interface Key {
  readonly secretId: string
  readonly secretKey: string
}

/** SecretId and SecretKey of the vendor's published examples. */
export const exampleKey: Key = { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' }
export const starredKey: Key = { secretId: `AKID${'*'.repeat(32)}`, secretKey: '*'.repeat(32) }

export interface Tc3Options {
  readonly key?: Key
  readonly timestamp?: number
  readonly host?: string
  /** What the client signs as host, when that differs from the header it sends. */
  readonly signedHost?: string
  readonly service?: string
  readonly date?: string
  readonly signed?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
  readonly unsignedPayload?: boolean
}

export const noon = 1_700_000_000

/** A request of signature TC3-HMAC-SHA256; a GET when a query is given. */
export function tc3(action: string, body: string | Buffer | object, options: Tc3Options = {}): Request {
  const { key = exampleKey, timestamp = noon, host = 'organization.tencentcloudapi.com', service = 'organization', query } = options
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const method = query === undefined ? 'POST' : 'GET'
  const headers: Record<string, string> = {
    host,
    'content-type': method === 'GET' ? 'application/x-www-form-urlencoded' : 'application/json',
    'x-tc-action': action,
    'x-tc-version': '2021-03-31',
    'x-tc-timestamp': String(timestamp),
    ...(options.unsignedPayload ? { 'x-tc-content-sha256': 'UNSIGNED-PAYLOAD' } : {}),
    ...options.headers,
  }
  const names = options.signed ?? ['content-type', 'host']
  const lines = names.map((name) => {
    const value = name.toLowerCase() === 'host' ? (options.signedHost ?? host) : (headers[name.toLowerCase()] ?? '')
    return `${name.toLowerCase()}:${value.trim().toLowerCase()}\n`
  })
  const payload = sha256(options.unsignedPayload ? 'UNSIGNED-PAYLOAD' : method === 'GET' ? '' : bytes)
  const canonical = [method, '/', query ?? '', lines.join(''), names.join(';').toLowerCase(), payload].join('\n')
  const date = options.date ?? new Date(timestamp * 1000).toISOString().slice(0, 10)
  const text = ['TC3-HMAC-SHA256', timestamp, `${date}/${service}/tc3_request`, sha256(canonical)].join('\n')
  const signing = hmac(hmac(hmac(`TC3${key.secretKey}`, date), service), 'tc3_request')
  const signature = hmac(signing, text).toString('hex')
  headers.authorization ??= `TC3-HMAC-SHA256 Credential=${key.secretId}/${date}/${service}/tc3_request, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return request({ method, query: query ?? '', headers, body: method === 'GET' ? Buffer.alloc(0) : bytes })
}

export interface V1Options {
  readonly key?: Key
  readonly method?: 'GET' | 'POST'
  readonly host?: string
  readonly signedHost?: string
  /** Parameters beside those of the action; undefined leaves a common one out. */
  readonly common?: Readonly<Record<string, string | undefined>>
}

/** A request of signature version 1. */
export function v1(action: string, parameters: Readonly<Record<string, string>>, options: V1Options = {}): Request {
  const { key = exampleKey, method = 'POST', host = 'organization.tencentcloudapi.com' } = options
  const all: Record<string, string> = {}
  const common = { Action: action, Version: '2021-03-31', Timestamp: String(noon), Nonce: '11886', SecretId: key.secretId }
  for (const [name, value] of Object.entries({ ...common, ...parameters, ...options.common })) if (value !== undefined) all[name] = value
  const pairs = Object.keys(all)
    .sort()
    .map((name) => `${name}=${all[name]}`)
  const algorithm = all.SignatureMethod === 'HmacSHA256' ? 'sha256' : 'sha1'
  const text = `${method}${options.signedHost ?? host}/?${pairs.join('&')}`
  all.Signature ??= createHmac(algorithm, key.secretKey).update(text).digest('base64')
  if (options.common && 'Signature' in options.common && options.common.Signature === undefined) delete all.Signature
  const encoded = new URLSearchParams(all).toString()
  if (method === 'GET') return request({ method, query: encoded, headers: { host } })
  return request({ headers: { host, 'content-type': 'application/x-www-form-urlencoded' }, body: Buffer.from(encoded) })
}

export function request(differing: Partial<Request>): Request {
  return {
    method: 'POST',
    path: '/',
    query: '',
    headers: {},
    body: Buffer.alloc(0),
    oversized: false,
    params: {},
    ip: '127.0.0.1',
    ...differing,
  }
}
