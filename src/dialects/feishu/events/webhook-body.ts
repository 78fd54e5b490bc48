import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** What a webhook's receiver and this server share. */
export interface WebhookKeys {
  readonly verificationToken: string
  /** Absent: bodies are sent plain. */
  readonly encryptKey: string | undefined
}

/** AES-256-CBC under the digest of the key; Base64 of the initial vector and what follows. */
export function encrypted(text: string, encryptKey: string, start: Buffer = randomBytes(16)): string {
  const key = createHash('sha256').update(encryptKey).digest()
  const cipher = createCipheriv('aes-256-cbc', key, start)
  return Buffer.concat([start, cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}

/**
 * The body as it is sent. Official receivers sign what they get by writing it anew from its parsed form: it is compact JSON, so that both are
 * the same.
 */
export function webhookBody(message: object, { encryptKey }: WebhookKeys): string {
  const plain = JSON.stringify(message)
  return encryptKey === undefined ? plain : JSON.stringify({ encrypt: encrypted(plain, encryptKey) })
}

/** Headers of every post. They are signed without an Encrypt Key too, with an empty one: some receivers ask for them always. */
export function webhookHeaders(body: string, { encryptKey }: WebhookKeys, seconds: number, nonce: string): Record<string, string> {
  const timestamp = String(seconds)
  const signature = createHash('sha256')
    .update(timestamp + nonce + (encryptKey ?? '') + body)
    .digest('hex')
  return {
    'Content-Type': 'application/json;charset=utf-8',
    'X-Lark-Request-Timestamp': timestamp,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signature,
  }
}
