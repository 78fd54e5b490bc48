/** A request as a dialect sees it: no HTTP library in sight. */
export interface Request {
  readonly method: string
  readonly path: string
  /** Everything after the first `?` as it was sent, still percent-encoded; empty when there is none. */
  readonly query: string
  /** Lower-case names; a header that was sent several times is joined with `, `. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
  /** Set when the body was larger than the surface allows; `body` is then empty. */
  readonly oversized: boolean
  /** Values of `:name` segments of the route. */
  readonly params: Readonly<Record<string, string>>
  readonly ip: string
}

/** An answer as a dialect gives it. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly type: string
  readonly body: string
  /** What the request was and how it ended: for metrics, logs and the coverage page. */
  readonly outcome: Outcome
}

export interface Outcome {
  /** `dialect:operation`, or `dialect:-` when the request named none. */
  readonly operation: string
  /** `OK`, or the code of the refusal. */
  readonly code: string
  readonly requestId: string
  /** What the directory refused with; nothing where the wire refused by itself. */
  readonly fact?: string | undefined
  /** Only for faults of ours: logged, never sent. */
  readonly fault?: unknown
}

/** What a dialect offers to be mounted on the server. */
export interface Route {
  /** `*` is every method. */
  readonly method: string
  readonly path: string
  /** Bytes; a larger body is not read, the request arrives as `oversized`. */
  readonly bodyLimit: number
  handle(request: Request): Promise<Answer>
}
