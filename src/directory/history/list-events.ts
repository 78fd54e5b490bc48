import type { EventRow } from '../../storage/schema.ts'
import type { Reader } from '../../storage/store.ts'
import { listEvents as list } from '../../storage/tables/events.ts'

/** Where each stream was left: the last `seq` that was given. */
export type EventPosition = Readonly<Record<string, number>>

export interface EventFilter {
  readonly after: EventPosition
  readonly tenant?: string
  readonly kind?: string
  readonly subject?: string
  readonly actor?: string
  readonly limit: number
}

/** Oldest first. A reader that comes back with `next` misses none and sees none twice, whoever writes meanwhile. */
export async function listEvents(reader: Reader, filter: EventFilter): Promise<{ events: EventRow[]; next: EventPosition }> {
  const events = await reader.all(list, {
    after: Object.entries(filter.after),
    tenant: filter.tenant ?? null,
    kind: filter.kind ?? null,
    subject: filter.subject ?? null,
    actor: filter.actor ?? null,
    limit: filter.limit,
  })
  const next = { ...filter.after }
  for (const { tenant, seq } of events) next[tenant] = seq
  return { events, next }
}
