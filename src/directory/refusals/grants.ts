/** What a code or a refresh token of a person refuses with. */
export type GrantRefusal =
  | { fact: 'code_unknown' }
  | { fact: 'code_expired' }
  | { fact: 'code_used' }
  | { fact: 'refresh_token_unknown' }
  | { fact: 'refresh_token_expired' }
  | { fact: 'refresh_token_used' }
  | { fact: 'grant_of_another_app'; app: string }
  | { fact: 'verifier_wrong' }
  | { fact: 'verifier_without_challenge' }
  | { fact: 'redirect_uri_differs'; uri: string }
  | { fact: 'scopes_doubled'; scopes: readonly string[] }
  | { fact: 'scopes_not_granted'; scopes: readonly string[] }
  | { fact: 'app_lacks_scopes'; app: string; scopes: readonly string[] }
  | { fact: 'app_not_installed'; app: string; company: string }
  | { fact: 'grantor_resigned' }
  | { fact: 'grantor_frozen' }
  | { fact: 'grantor_not_registered' }
