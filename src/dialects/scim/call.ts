import type { Session } from '../../directory/session.ts'
import type { Zone } from '../../directory/zones/zone.ts'
import type { ScimError } from './scim-error.ts'

/** What a handler is given beside what was sent. */
export interface Call {
  readonly zone: Zone
  readonly session: Session
  /** What locations begin with: `https://host/scim/v2`. */
  readonly base: string
  /** A session of its own for one operation of several, so that events name it. */
  sessionOf(operation: string): Session
  /** What one operation of several is refused with; a fault of ours is logged, and told as one. */
  wordOf(thrown: unknown, operation: { readonly name: string; readonly codes: ReadonlySet<string> }): ScimError
}

/** What a request brought. */
export interface Sent {
  /** The last segment of the path where the route has one, else empty. */
  readonly id: string
  readonly query: URLSearchParams
  /** The JSON object of the body; an empty one where none is read. */
  readonly body: Readonly<Record<string, unknown>>
  readonly ifMatch?: string
  readonly ifNoneMatch?: string
}
