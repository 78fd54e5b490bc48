import type { SourceCredentialRow } from '../../../storage/schemas/source-credentials.ts'

/** With what the source of a zone's users and groups shows who it is. The secret is in nobody's hands but the source's. */
export interface Credential {
  readonly id: string
  readonly status: 'enabled' | 'disabled'
  readonly createdAt: number
  /** From then on it opens nothing; it stays, and counts, until it is deleted. */
  readonly expiresAt: number
}

/** What the digest of a secret is made for, so that no other kind of secret has the same. */
export const secretPurpose = 'source credential'

export function credentialFrom(row: Pick<SourceCredentialRow, 'id' | 'status' | 'created_at' | 'expires_at'>): Credential {
  return { id: row.id, status: row.status as Credential['status'], createdAt: row.created_at, expiresAt: row.expires_at }
}
