import { createHmac, hash } from 'node:crypto'

export interface Tc3Call {
  readonly secretId: string
  readonly secretKey: string
  /** As it is sent in the Host header. */
  readonly host: string
  readonly service: string
  readonly action: string
  readonly version: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** Headers of a POST signed with TC3-HMAC-SHA256 over content-type, host and action: for our own client. Source: semantics of "Signature v3". */
export function signTc3({ secretId, secretKey, host, service, action, version, timestamp, body }: Tc3Call): Record<string, string> {
  const type = 'application/json; charset=utf-8'
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const signed = 'content-type;host;x-tc-action'
  const canonical = `POST\n/\n\ncontent-type:${type}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n\n${signed}\n${hash('sha256', body)}`
  const scope = `${date}/${service}/tc3_request`
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request')
  const signature = hmac(key, `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${hash('sha256', canonical)}`).toString('hex')
  return {
    'Content-Type': type,
    'X-TC-Action': action,
    'X-TC-Version': version,
    'X-TC-Timestamp': String(timestamp),
    Authorization: `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
  }
}
