import type { Faults } from './faults.ts'
import type { Rehearsals } from './rehearsals.ts'

/** What every dialect needs from outside. The directory's own types are named by the dialects, which know it. */
export interface DialectDeps<Ports, OpenSession> {
  readonly ports: Ports
  readonly openSession: OpenSession
  readonly rehearsals: Rehearsals
  /** Failing dependencies that the stand-in plays; absent without it. */
  readonly faults?: Faults | undefined
  /** A code left that neither the operation's errors nor those of every operation hold. */
  undocumented(operation: string, code: string): void
}
