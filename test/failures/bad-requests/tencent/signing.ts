import { createHash, createHmac } from 'node:crypto'
import type { Seeded } from '../../../kit/seeded.ts'
import type { Known } from './known.ts'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

export interface Unsigned {
  readonly method: string
  readonly query: string
  readonly headers: Record<string, string>
  readonly body: Buffer
}

/** Adds a valid TC3 signature over whatever this is. */
export function signedTc3({ method, query, headers, body }: Unsigned, { key }: Known, service = 'organization'): Record<string, string> {
  const timestamp = headers['x-tc-timestamp'] ?? String(Math.floor(Date.now() / 1000))
  const moment = new Date(Number(timestamp) * 1000)
  const date = (Number.isNaN(moment.getTime()) ? new Date() : moment).toISOString().slice(0, 10)
  const names = ['content-type', 'host']
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim().toLowerCase()}\n`).join('')
  const payload = headers['x-tc-content-sha256'] === 'UNSIGNED-PAYLOAD' ? 'UNSIGNED-PAYLOAD' : method === 'GET' ? '' : body
  const canonical = [method, '/', query, lines, names.join(';'), sha256(payload)].join('\n')
  const text = ['TC3-HMAC-SHA256', timestamp, `${date}/${service}/tc3_request`, sha256(canonical)].join('\n')
  const signing = hmac(hmac(hmac(`TC3${key.secretKey}`, date), service), 'tc3_request')
  const signature = createHmac('sha256', signing).update(text).digest('hex')
  const authorization = `TC3-HMAC-SHA256 Credential=${key.secretId}/${date}/${service}/tc3_request, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return { ...headers, 'x-tc-timestamp': timestamp, authorization }
}

/** Parameters with a valid signature of version 1 among them, URL-encoded. */
export function signedV1(method: string, host: string, parameters: ReadonlyMap<string, string>, { key }: Known): string {
  const text = [...parameters.keys()]
    .sort()
    .map((name) => `${name}=${parameters.get(name)}`)
    .join('&')
  const algorithm = parameters.get('SignatureMethod') === 'HmacSHA256' ? 'sha256' : 'sha1'
  const signature = createHmac(algorithm, key.secretKey).update(`${method}${host}/?${text}`).digest('base64')
  return [...parameters, ['Signature', signature]]
    .map(([name, value]) => `${encoded(name as string)}=${encoded(value as string)}`)
    .join('&')
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** Spoils a header or parameter of authorization in one of many ways. */
export function spoiled(random: Seeded, authorization: string): string {
  const at = random.below(authorization.length)
  return random.pick([
    () => '',
    () => authorization.slice(0, at),
    () => `${authorization.slice(0, at)}${String.fromCharCode(random.between(32, 126))}${authorization.slice(at + 1)}`,
    () => authorization.replace(/Signature=.*/, `Signature=${'0'.repeat(random.pick([0, 1, 63, 64, 65, 5000]))}`),
    () =>
      authorization.replace(
        /SignedHeaders=[^,]*/,
        `SignedHeaders=${random.pick(['', 'host', ';;', 'x'.repeat(3000), 'host;host', 'Content-Type;HOST;x-nothing'])}`,
      ),
    () =>
      authorization.replace(
        /Credential=[^,]*/,
        `Credential=${random.pick(['', '/', '////', 'AKID/2020-01-01/organization/tc3_request', 'a/b/c/d/e', '__proto__/2024-99-99/cam/tc3_request'])}`,
      ),
    () => authorization.replace('TC3-HMAC-SHA256', random.pick(['TC3', 'Bearer', 'Basic', '', 'TC3-HMAC-SM3'])),
    () => `${authorization}, ${authorization}`,
  ])()
}
