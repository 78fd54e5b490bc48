import type { Ports } from '../../../../directory/ports.ts'
import type { OpenSession } from '../../../../directory/session.ts'
import type { Hub } from './hub.ts'
import type { Presence } from './presence.ts'

/** What long connections need from outside. */
export interface ConnectionDeps {
  readonly ports: Ports
  readonly hub: Hub
  readonly presence: Presence
  readonly openSession: OpenSession
  /** Whether this server speaks TLS itself. */
  readonly secure: boolean
}
