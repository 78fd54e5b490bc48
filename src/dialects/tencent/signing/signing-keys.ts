import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/**
 * Keys that are ready for signing, kept because making one costs more than checking a signature.
 * Bounded: two generations of `size` entries; what was not used for a whole generation is let go.
 */
export class SigningKeys<Key> {
  readonly #size: number
  #young = new Map<string, Key>()
  #old = new Map<string, Key>()

  constructor(size = 4096) {
    this.#size = size
  }

  find(name: string): Key | undefined {
    const young = this.#young.get(name)
    if (young) return young
    const old = this.#old.get(name)
    if (old) this.keep(name, old)
    return old
  }

  /** Only for a key whose signature was right: else a stranger could push everybody's keys out. */
  keep(name: string, key: Key): void {
    if (this.#young.size >= this.#size) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(name, key)
  }

  /** How many keys are held at the moment; never more than twice the size. */
  get held(): number {
    return this.#young.size + this.#old.size
  }
}

/** The key of one secret, day and service: HMAC over HMAC as the vendor prescribes. */
export function deriveTc3Key(secretKey: string, date: string, service: string): Buffer {
  const ofDate = hmac(`TC3${secretKey}`, date)
  const ofService = hmac(ofDate, service)
  return hmac(ofService, 'tc3_request')
}

/** The secret itself as a key, for signature version 1. */
export function plainKey(secretKey: string): KeyObject {
  return createSecretKey(secretKey, 'utf8')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
