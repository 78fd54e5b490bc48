import type { BridgeRow } from '../../storage/schemas/bridges.ts'
import type { Mapping } from './mapping.ts'
import type { Report } from './report.ts'

/** What of a company fills the zone: departments with all that is below them, and groups. By the ids that are for ever. */
export interface Selection {
  readonly departments: readonly string[]
  readonly groups: readonly string[]
}

/** `following`: what happens in the company is done in the zone. `paused`: nothing is done unless somebody asks. */
export type BridgeStatus = 'following' | 'paused'

/** A source of synchronization that is built in: people of a company become users of a zone. */
export interface Bridge {
  readonly zone: string
  readonly id: string
  readonly company: string
  readonly selection: Selection
  readonly mapping: Mapping
  /** How much of a group, or of all its users, may go within a day without being told: 0.2 is a fifth. */
  readonly removalShare: number
  /** The last event of the company that the zone is known to agree with. */
  readonly seq: number
  readonly status: BridgeStatus
  readonly report: Report | undefined
  /** Users that went in the window of the guard, which began then. */
  readonly removed: Removed
  readonly createdAt: number
  readonly updatedAt: number
}

export interface Removed {
  readonly count: number
  readonly since: number
}

/** Bridges of one zone at most. */
export const mostBridges = 20

const thousandths = 1000

export function bridgeOf(row: BridgeRow): Bridge {
  return {
    zone: row.zone,
    id: row.id,
    company: row.company,
    selection: JSON.parse(row.selection) as Selection,
    mapping: JSON.parse(row.mapping) as Mapping,
    removalShare: row.removal_share / thousandths,
    seq: row.seq,
    status: row.status as BridgeStatus,
    report: row.report === null ? undefined : (JSON.parse(row.report) as Report),
    removed: { count: row.removed, since: row.removed_since },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The share as it is kept. */
function keptShare(share: number): number {
  return Math.round(share * thousandths)
}

/** The form in which its settings are kept. */
export function settingsRow({
  selection,
  mapping,
  removalShare,
  status,
}: Pick<Bridge, 'selection' | 'mapping' | 'removalShare' | 'status'>) {
  return { selection: JSON.stringify(selection), mapping: JSON.stringify(mapping), removal_share: keptShare(removalShare), status }
}
