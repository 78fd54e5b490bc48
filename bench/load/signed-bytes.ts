import { hash } from 'node:crypto'
import { HmacSha256 } from '../../src/dialects/tencent/signing/hmac-sha256.ts'
import { deriveTc3Key } from '../../src/dialects/tencent/signing/signing-keys.ts'
import { account } from '../data/data-set.ts'
import type { Call } from './calls.ts'

const type = 'application/json; charset=utf-8'
const signed = 'content-type;host;x-tc-action'

/** Writes calls as the bytes of signed requests, as an SDK sends them; the key is derived once. */
export function signer(port: number): (call: Call) => Buffer {
  const host = `127.0.0.1:${port}`
  const timestamp = Math.floor(Date.now() / 1000)
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${date}/organization/tc3_request`
  const key = new HmacSha256(deriveTc3Key(account.secretKey, date, 'organization'))
  return ({ action, body }) => {
    const text = JSON.stringify(body)
    const canonical = `POST\n/\n\ncontent-type:${type}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n\n${signed}\n${hash('sha256', text)}`
    const signature = key.hex(`TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${hash('sha256', canonical)}`)
    const lines = [
      'POST / HTTP/1.1',
      `Host: ${host}`,
      `Content-Type: ${type}`,
      `X-TC-Action: ${action}`,
      'X-TC-Version: 2021-03-31',
      `X-TC-Timestamp: ${timestamp}`,
      `Authorization: TC3-HMAC-SHA256 Credential=${account.secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
      `Content-Length: ${Buffer.byteLength(text)}`,
    ]
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`)
  }
}
