import { hash } from 'node:crypto'
import type { Request } from '../../../contract/exchange.ts'
import { shown } from '../../../contract/shown.ts'
import { sameText } from '../../../directory/secrets/same-text.ts'
import { commonError } from '../common-errors.ts'
import type { TencentError } from '../tencent-error.ts'
import type { Tc3Claim } from './authorization-header.ts'
import { HmacSha256 } from './hmac-sha256.ts'
import { withoutPort } from './host.ts'
import { deriveTc3Key, type SigningKeys } from './signing-keys.ts'

const unsignedPayload = hash('sha256', 'UNSIGNED-PAYLOAD')
const emptyPayload = hash('sha256', '')

/** Passes, or throws `AuthFailure.SignatureFailure`. `timestamp` is the header's text, `today` its UTC date. */
export function checkTc3(
  request: Request,
  claim: Tc3Claim,
  timestamp: string,
  today: string,
  secretKey: string,
  keys: SigningKeys<HmacSha256>,
): void {
  if (claim.date !== today) throw wrongDate(claim.date, today)
  const name = `${secretKey}/${claim.date}/${claim.service}`
  const kept = keys.find(name)
  const key = kept ?? new HmacSha256(deriveTc3Key(secretKey, claim.date, claim.service))

  const payload = payloadHash(request)
  const host = request.headers.host ?? ''
  const signs = (asHost: string) => {
    const canonical = hash('sha256', canonicalRequest(request, claim.signedHeaders, asHost, payload))
    const text = `TC3-HMAC-SHA256\n${timestamp}\n${claim.date}/${claim.service}/tc3_request\n${canonical}`
    return sameText(key.hex(text), claim.signature)
  }
  // Some SDKs sign the host without the port that they send.
  const bare = withoutPort(host)
  if (!signs(host) && !(bare !== undefined && signs(bare)))
    throw mismatch(request, claim, canonicalRequest(request, claim.signedHeaders, host, payload))
  if (!kept) keys.keep(name, key)
}

/** Rebuilds what the client hashed, from the request as it arrived. */
export function canonicalRequest(request: Request, signedHeaders: readonly string[], host: string, payload: string): string {
  let lines = ''
  for (const name of signedHeaders) {
    const value = name === 'host' ? host : (headerOf(request, name) ?? '')
    lines += `${name}:${value.toLowerCase().trim()}\n`
  }
  const query = request.method === 'GET' ? request.query : ''
  return `${request.method}\n${request.path}\n${query}\n${lines}\n${signedHeaders.join(';')}\n${payload}`
}

/** A header that the client names: names such as `constructor` are those of every object. */
function headerOf({ headers }: Request, name: string): string | undefined {
  return Object.hasOwn(headers, name) ? headers[name] : undefined
}

export function payloadHash(request: Request): string {
  if (request.headers['x-tc-content-sha256'] === 'UNSIGNED-PAYLOAD') return unsignedPayload
  return request.method === 'GET' ? emptyPayload : hash('sha256', request.body)
}

function wrongDate(date: string, today: string): TencentError {
  return commonError('AuthFailure.SignatureFailure', {
    en: `The date in Credential is ${date}, but the UTC date of the timestamp is ${today}.`,
    zh: `Credential 中的日期为 ${date}，而时间戳的 UTC 日期为 ${today}。`,
  })
}

function mismatch(request: Request, claim: Tc3Claim, canonical: string): TencentError {
  const absent = claim.signedHeaders.find((name) => headerOf(request, name) === undefined)
  if (absent !== undefined) {
    return commonError('AuthFailure.SignatureFailure', {
      en: `SignedHeaders names ${absent.slice(0, 60)}, which the request does not have.`,
      zh: `SignedHeaders 中的 ${absent.slice(0, 60)} 不在请求头中。`,
    })
  }
  const digest = hash('sha256', canonical)
  // A proxy that puts its own Host is what nobody sees from the client's side.
  const host = shown(request.headers.host ?? '')
  return commonError('AuthFailure.SignatureFailure', {
    en: `The canonical request, as it arrived here, hashes to ${digest}: if yours differs, compare method, path, query, signed headers (Host came as ${host}: a proxy must pass it on as it is) and body; if not, check the SecretKey.`,
    zh: `服务端收到的规范请求串哈希为 ${digest}：若与您的不同，请核对方法、路径、查询串、签名头（收到的 Host 为 ${host}，代理须原样传递）与正文；若相同，请核对 SecretKey。`,
  })
}
