/** What fills a zone out of a company, and what of the one stands for what of the other. */
export interface BridgeTables {
  bridges: BridgeRow
  bridge_links: BridgeLinkRow
}

export interface BridgeRow {
  zone: string
  id: string
  company: string
  /** The company's stream, which is followed. */
  stream: string
  /** JSON: `{ departments, groups }`, lists of ids. */
  selection: string
  /** JSON: how people become users. */
  mapping: string
  /** Thousandths of a group that may go at once. */
  removal_share: number
  /** The last event of the stream that the zone is known to agree with. */
  seq: number
  /** `following` or `paused`. */
  status: string
  /** JSON: how it went the last time, and what is still open; null before the first time. */
  report: string | null
  /** The server that follows now, until when; empty when none does. */
  holder: string
  held_until: number
  /** Users that were disabled or deleted since that time: the window that the guard looks at. */
  removed: number
  removed_since: number
  created_at: number
  updated_at: number
}

export interface BridgeLinkRow {
  zone: string
  bridge: string
  /** `person`, `department` or `group`. */
  kind: string
  source_id: string
  /** The user, or the group of the zone. */
  target_id: string
  /** Of a group: members that were taken out since that time. */
  removed: number
  removed_since: number
}
