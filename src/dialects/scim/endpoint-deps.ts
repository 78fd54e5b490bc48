import type { Faults } from '../../contract/faults.ts'
import type { Rehearsals } from '../../contract/rehearsals.ts'
import type { Ports } from '../../directory/ports.ts'
import type { Rehearsal } from '../../directory/rehearsal.ts'
import type { Session } from '../../directory/session.ts'
import type { FindCredential } from './credentials.ts'
import type { ScimOperation } from './scim-operation.ts'

/** What this wire needs from outside. */
export interface ScimDeps {
  readonly operations: readonly ScimOperation[]
  readonly ports: Ports
  readonly findCredential: FindCredential
  readonly rehearsals: Rehearsals
  /** Whether connections are encrypted before they come here; only addresses depend on it. */
  readonly secure: boolean
  /** Failing dependencies that the stand-in plays; absent without it. */
  readonly faults?: Faults | undefined
  openSession(origin: Session['origin'], rehearsal?: Rehearsal): Session
  /** A fault of ours: the client is told only the request's id. */
  unexpected(error: unknown, requestId: string, operation: string): void
  /** A code left that neither the operation's errors nor the ones of every operation hold. */
  undocumented?(operation: string, code: string): void
}
