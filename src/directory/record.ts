import type { EventDraft } from '../storage/events.ts'
import type { Origin, Tx } from '../storage/store.ts'
import type { EventKind } from './events.ts'

/** Adds an event of a known kind to the unit of work. */
export function record(tx: Tx, event: EventDraft & { kind: EventKind }, origin?: Origin): void {
  tx.record(event, origin)
}
