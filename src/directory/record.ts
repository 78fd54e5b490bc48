import type { EventDraft } from '../storage/events.ts'
import type { Origin, Tx } from '../storage/store.ts'
import type { EventOf } from './event-facts.ts'
import type { EventKind } from './events.ts'

/** Adds an event of a known kind to the unit of work, with what whoever reads that kind back counts on. */
export function record<Kind extends EventKind>(tx: Tx, event: EventDraft & EventOf<Kind>, origin?: Origin): void {
  tx.record(event, origin)
}
