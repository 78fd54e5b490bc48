import type { Text } from '../../contract/operation.ts'

/** What this wire refuses by itself, before any command runs, with its status and title. */
const kinds = {
  malformed_query: { status: 400, title: 'The query cannot be read' },
  malformed_body: { status: 400, title: 'The body cannot be read' },
  invalid_input: { status: 400, title: 'The input is not as documented' },
  unauthorized: { status: 401, title: 'The admin token is missing or wrong' },
  path_not_found: { status: 404, title: 'Nothing is served here' },
  method_not_allowed: { status: 405, title: 'This path does not know the method' },
  body_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is not JSON' },
  internal_error: { status: 500, title: 'The server failed' },
} as const

/** What only some operations of this wire refuse, for a state that is none of the directory's; it stands in their lists. */
const ownKinds = {
  rehearsal_not_possible: { status: 400, title: 'This cannot be rehearsed' },
  rehearsal_not_found: { status: 404, title: 'No such rehearsal' },
  fault_target_unknown: { status: 404, title: 'No such operation' },
  webhook_unverified: { status: 409, title: 'The webhook did not repeat the challenge' },
  fault_code_undeclared: { status: 400, title: 'The operation does not fail so' },
} as const

type ProblemKind = keyof typeof kinds

export type OwnKind = keyof typeof ownKinds

/** Any operation may answer these; they stand in no operation's own list. */
export const commonProblems: ReadonlySet<string> = new Set(Object.keys(kinds))

/** Status and title of a common problem, for documents. */
export function problemWords(kind: string): string {
  const { status, title } = kinds[kind as ProblemKind]
  return `${status} ${title}`
}

/** A refusal in this wire's words: one RFC 9457 problem document. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly text: Text
  /** JSON Pointer into the input `{ params, query, body }`, when one member is to blame. */
  readonly pointer: string | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    about: { code: string; status: number; title: string; pointer?: string; headers?: Readonly<Record<string, string>> },
    text: Text,
  ) {
    super(text.en)
    this.code = about.code
    this.status = about.status
    this.title = about.title
    this.text = text
    this.pointer = about.pointer
    this.headers = about.headers ?? {}
  }
}

export function problem(
  kind: ProblemKind | OwnKind,
  en: string,
  zh: string,
  more?: { pointer?: string; headers?: Readonly<Record<string, string>> },
): Problem {
  return new Problem({ code: kind, ...{ ...kinds, ...ownKinds }[kind], ...more }, { en, zh })
}
