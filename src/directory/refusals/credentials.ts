/** About the credentials of a zone's source. */
export type CredentialRefusal =
  | { fact: 'credential_not_found'; credential: string }
  | { fact: 'credential_limit_reached'; limit: number; credentials: readonly string[] }
