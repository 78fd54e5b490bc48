/** With what the source of a zone's users and groups shows who it is. */
export interface SourceCredentialTables {
  source_credentials: SourceCredentialRow
}

export interface SourceCredentialRow {
  zone: string
  id: string
  /** All that is kept of the secret: it tells whether a shown one is it, and can't be turned back. */
  secret_digest: string
  /** `enabled` or `disabled`. */
  status: string
  created_at: number
  expires_at: number
}
