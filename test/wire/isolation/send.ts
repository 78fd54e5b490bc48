import type { Operation } from '../../../src/contract/operation.ts'
import { signTc3 } from '../../../src/dialects/tencent/signing/sign-tc3.ts'
import type { Key } from '../../kit/clients.ts'
import type { TestServer } from '../../kit/server.ts'
import type { Heard, Send } from './compare.ts'

const rehearsing = { 'x-rollcall-dry-run': 'true' }

/** Calls of an account. */
export function withKey({ url, port }: TestServer, { secretId, secretKey }: Key): Send {
  return ({ name: action, version, service }, input, rehearsed) => {
    const [host, body] = [`127.0.0.1:${port}`, JSON.stringify(input)]
    const signed = signTc3({ secretId, secretKey, host, service, action, version, timestamp: Math.floor(Date.now() / 1000), body })
    return hear(fetch(url, { method: 'POST', headers: { ...signed, ...(rehearsed && rehearsing) }, body }))
  }
}

interface Parts {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** Calls with a token; operations whose input has no parts take all of it as their body. */
export function withToken({ url }: TestServer, tokenFor: (operation: Operation) => string): Send {
  return (operation, input, rehearsed) => {
    const { method, path } = operation.http
    const inParts = 'properties' in operation.input && /params|query|body/.test(Object.keys(operation.input.properties as object).join())
    const { params = {}, query = {}, body }: Parts = inParts ? (input as Parts) : { body: input }
    const where = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(`${params[name]}`))
    const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, `${each}`]))
    const sent = body !== undefined && method !== 'GET'
    const headers = {
      authorization: `Bearer ${tokenFor(operation)}`,
      ...(sent && { 'content-type': 'application/json' }),
      ...(rehearsed && rehearsing),
    }
    return hear(fetch(`${url}${where}?${new URLSearchParams(pairs)}`, { method, headers, ...(sent && { body: JSON.stringify(body) }) }))
  }
}

async function hear(coming: Promise<Response>): Promise<Heard> {
  const response = await coming
  return { status: response.status, text: `${await response.text()} ${response.headers.get('x-rollcall-changes') ?? ''}` }
}
