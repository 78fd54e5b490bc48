/** The word of RFC 6749 for each code; what is about one grant or one request is the rest. */
const words: Readonly<Record<number, string>> = {
  20001: 'invalid_request',
  20002: 'invalid_client',
  20009: 'unauthorized_client',
  20010: 'unauthorized_client',
  20036: 'unsupported_grant_type',
  20048: 'invalid_client',
  20050: 'server_error',
  2200: 'server_error',
  20063: 'invalid_request',
  20067: 'invalid_scope',
  20068: 'invalid_scope',
  20069: 'unauthorized_client',
  20070: 'invalid_request',
  20072: 'temporarily_unavailable',
}

export function oauthWord(code: number): string {
  return words[code] ?? 'invalid_grant'
}
