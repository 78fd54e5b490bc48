import type { DialectDeps } from '../../contract/dialect-deps.ts'
import type { Ports } from '../../directory/ports.ts'
import type { OpenSession } from '../../directory/session.ts'
import type { Zone } from '../../directory/zones/zone.ts'
import type { About } from './answers.ts'
import type { ScimOperation } from './scim-operation.ts'

/** What a bearer token stands for; undefined for one that nobody was given. */
export type FindCredential = (token: string) => Found | Promise<Found>

type Found = CredentialRecord | undefined

export interface CredentialRecord {
  readonly id: string
  readonly expired: boolean
  readonly enabled: boolean
  readonly zone: Zone
}

/** What this wire needs from outside. */
export interface ScimDeps extends DialectDeps<Ports, OpenSession> {
  readonly operations: readonly ScimOperation[]
  readonly findCredential: FindCredential
  /** Whether connections are encrypted before they come here; only addresses depend on it. */
  readonly secure: boolean
  /** A fault of ours in one operation of a bulk, whose answer has no room for it. */
  faultInside(fault: unknown, about: About): void
}
