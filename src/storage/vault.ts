import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

/** Encrypts what must be kept but never be read from a stolen database. The key lies outside of it. */
export interface Vault {
  /** `purpose` is bound to the text: sealed for one, it can't be opened for another. */
  seal(text: string, purpose: string): string
  /** Throws when the text was sealed under another key or purpose, or was changed. */
  open(sealed: string, purpose: string): string
  /** A digest that can't be computed without the key; for generated secrets that are only ever compared. */
  digest(text: string, purpose: string): string
  /** A vault that seals under another master key, and makes the same digests: these can't be made anew, for nobody has their texts. */
  under(masterKey: Buffer): Vault
  /** The key of the digests, sealed under the master key. */
  sealDigestKey(purpose: string): string
}

/** Opened texts that are kept, so that a busy key is not decrypted for every request. */
const opened = 1000

/**
 * AES-256-GCM under a 32-byte master key; sealed form: `1.` and the base64url of nonce, tag and ciphertext. Digests are made with the first master
 * key that the directory had.
 */
export function openVault(masterKey: Buffer, digestKey: Buffer = masterKey): Vault {
  const key: KeyObject = createSecretKey(masterKey)
  const digests: KeyObject = createSecretKey(digestKey)
  const cache = new Map<string, string>()
  const seal: Vault['seal'] = (text, purpose) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(Buffer.from(purpose))
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
  }
  return {
    seal,
    open(sealed, purpose) {
      const name = `${purpose} ${sealed}`
      const known = cache.get(name)
      if (known !== undefined) return known
      const bytes = Buffer.from(sealed.slice(2), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAAD(Buffer.from(purpose))
      decipher.setAuthTag(bytes.subarray(12, 28))
      const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      if (cache.size >= opened) cache.clear()
      cache.set(name, text)
      return text
    },
    digest(text, purpose) {
      return createHmac('sha256', digests).update(`${purpose} ${text}`).digest('base64url')
    },
    under: (next) => openVault(next, digestKey),
    sealDigestKey: (purpose) => seal(digestKey.toString('base64'), purpose),
  }
}
