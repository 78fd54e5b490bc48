import type { EventRow } from '../../storage/schema.ts'
import type { Reader } from '../../storage/store.ts'
import { listEvents as list } from '../../storage/tables/events.ts'

/** What happened, as it was recorded. */
export interface RecordedEvent {
  /** The stream and the place in it, from 1, without gaps. */
  readonly tenant: string
  readonly seq: number
  readonly at: number
  readonly actor: string
  readonly account: number
  readonly dialect: string
  readonly operation: string
  readonly requestId: string
  readonly kind: string
  readonly subject: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

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

const facts = (text: string | null) => (text === null ? null : (JSON.parse(text) as Record<string, unknown>))

function eventFrom({ request_id: requestId, before, after, ...same }: EventRow): RecordedEvent {
  return { ...same, requestId, before: facts(before), after: facts(after) }
}

/** Oldest first. A reader that comes back with `next` misses none and sees none twice, whoever writes meanwhile. */
export async function listEvents(reader: Reader, filter: EventFilter): Promise<{ events: RecordedEvent[]; next: EventPosition }> {
  const rows = await reader.all(list, {
    after: Object.entries(filter.after),
    tenant: filter.tenant ?? null,
    kind: filter.kind ?? null,
    subject: filter.subject ?? null,
    actor: filter.actor ?? null,
    limit: filter.limit,
  })
  const next = { ...filter.after }
  for (const { tenant, seq } of rows) next[tenant] = seq
  return { events: rows.map(eventFrom), next }
}
