import type { Text } from '../../contract/operation.ts'

/** The standard's words for what is wrong with a request (RFC 7644 §3.12): an answer names them as `scimType`. */
const types = {
  invalidFilter: 400,
  tooMany: 400,
  uniqueness: 409,
  mutability: 400,
  invalidSyntax: 400,
  invalidPath: 400,
  noTarget: 400,
  invalidValue: 400,
} as const

/** Refusals that the status alone tells apart; the words are for metrics, logs and the coverage page. */
const statuses = {
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  preconditionFailed: 412,
  tooLarge: 413,
  tooManyRequests: 429,
  internalError: 500,
  notImplemented: 501,
  unavailable: 503,
} as const

export type ScimType = keyof typeof types
export type ScimCode = ScimType | keyof typeof statuses

/** Any operation may answer these; they stand in no operation's own list. */
export const everywhere: readonly ScimCode[] = [
  'unauthorized',
  'forbidden',
  'notFound',
  'methodNotAllowed',
  'invalidSyntax',
  'tooLarge',
  'internalError',
  'notImplemented',
]

/** What a busy or failing server, or one in between, makes any operation answer; here only the stand-in does. */
export const busy: readonly ScimCode[] = ['tooManyRequests', 'unavailable']

export function statusOf(code: ScimCode): number {
  return { ...types, ...statuses }[code]
}

export function scimTypeOf(code: ScimCode): ScimType | undefined {
  return Object.hasOwn(types, code) ? (code as ScimType) : undefined
}

/** A refusal as this wire says it: what offends and the way out, in both languages. */
export class ScimError extends Error {
  readonly code: ScimCode
  readonly text: Text
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ScimCode, text: Text, headers: Readonly<Record<string, string>> = {}) {
    super(`${code}: ${text.en}`)
    this.code = code
    this.text = text
    this.headers = headers
  }
}

export function scimError(code: ScimCode, en: string, zh: string, headers?: Readonly<Record<string, string>>): ScimError {
  return new ScimError(code, { en, zh }, headers)
}
