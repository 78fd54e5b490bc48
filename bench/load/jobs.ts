import type { ScaleName } from '../data/scales.ts'
import type { SourceGroup } from '../data/source-data.ts'

/** What the driver can send; each stands for one pattern of access. */
export type Pattern = SignedPattern | SourcePattern

/** Calls of the vendor's wire, signed. */
export type SignedPattern =
  /** Signed and answered with nothing. */
  | 'no-op'
  | 'add'
  /** Takes out what an `add` with the same seed put in. */
  | 'remove'
  | 'get-group'
  /** Pages of 100: half of them anywhere in the big group, half whole groups of 100. */
  | 'list-members'
  | 'list-first-page'
  | 'list-last-page'
  /** In and out again, in one group of 10. */
  | 'toggle-small'
  /** Out and in again, in the big group. */
  | 'toggle-big'
  /** The first ten members, and the first ten nodes, of an organization. */
  | 'describe-members'
  | 'describe-nodes'

/** Requests of a source of synchronization, over SCIM. */
export type SourcePattern =
  /** PATCHes that put one user into a group and take one out: into one group of this size, or into any of many groups of ten. */
  | `source-patch-${SourceGroup | 'any'}`
  /** A group without its members. */
  | `source-get-${SourceGroup}`

export interface Job<Sent extends Pattern = Pattern> {
  readonly port: number
  readonly scale: ScaleName
  readonly pattern: Sent
  readonly seed: number
  readonly requests: number
  readonly connections: number
}

export interface LoadResult {
  readonly requests: number
  readonly seconds: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Which part of the time the driver itself was busy: near 1 it is the driver that was measured. */
  readonly driverBusy: number
}
