import type { Seeded } from '../../kit/seeded.ts'
import type { Answer } from './answers.ts'

/** The server under test, as a wire finds it. */
export interface Started {
  readonly port: number
  readonly url: string
  /** Of the first account. */
  readonly key: { readonly secretId: string; readonly secretKey: string }
  readonly adminToken: string
  readonly demo: { readonly zone: string; readonly group: string; readonly user: string }
  /** Puts the server's clock ahead, so that what it gave before is over. */
  turnClock(milliseconds: number): Promise<void>
}

/** What an answer says of the server. */
export interface Verdict {
  /** What must not be; undefined when all is well. */
  readonly wrong?: string | undefined
  /** The code, or what else tells kinds of answers apart. */
  readonly outcome: string
  /** Whether the request may have changed something. */
  readonly changes: boolean
}

/** What is sent over one connection. */
export interface Bad {
  /** In one word what is bad about it. */
  readonly kind: string
  readonly pieces: readonly Buffer[]
  /** Whether an answer must come: not when the request was never finished. */
  readonly complete: boolean
  judge(answer: Answer): Verdict
}

/** Rows that belong to one connection: whatever a refused request left there is seen. */
export interface Owned {
  /** The column by which tables name their owner, and the owners. */
  readonly column: string
  readonly owners: readonly string[]
  /** Tables that are no part of the directory: tokens, deliveries. */
  readonly without: readonly string[]
  /** Streams of events. */
  readonly streams: readonly string[]
}

/** Where the requests of one connection are at home; no other connection touches what it owns. */
export interface Place {
  /** One bad request, or one that is nearly good; the same for the same seed. */
  next(random: Seeded): Bad
  readonly owned?: Owned
}

/** One vendor's wire, as bad requests know it. */
export interface Wire {
  readonly name: string
  /** Makes what requests speak of: a place for each connection. */
  prepare(server: Started, connections: number): Promise<readonly Place[]>
}
