import type { EventRow } from '../../storage/schema.ts'
import type { Reader } from '../../storage/store.ts'
import { eventsInWindow, streamEnds, timesOfEvents } from '../../storage/tables/events.ts'
import { giveWay } from '../give-way.ts'

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

/** Events of a stream that are looked through at a time. */
const windowSize = 2000

/**
 * Oldest first. A reader that comes back with `next` misses none and sees none twice, whoever writes meanwhile. Without a filter of what happened it
 * costs what is told. Such a filter looks through the streams in pieces, letting others have their turn between two; what was gone through in vain,
 * `next` leaves behind, so that it is not gone through again.
 */
export async function listEvents(reader: Reader, filter: EventFilter): Promise<{ events: RecordedEvent[]; next: EventPosition }> {
  const { limit } = filter
  const streams = await streamsBehind(reader, filter)
  let found: EventRow[] = []
  for (const stream of streams) {
    // Streams come by when they go on: once a page is full, one that goes on later has nothing for it, nor has any behind that.
    const until = found.length === limit ? (found.at(-1)?.at ?? null) : null
    if (until !== null && stream.at > until) break
    found = [...found, ...(await eventsOfStream(reader, filter, stream, until))].sort(byAge).slice(0, limit)
  }
  const next = { ...filter.after }
  for (const { tenant: of, seq } of found) next[of] = seq
  if (found.length < limit) {
    for (const { tenant: of, last } of streams) if (last - (next[of] ?? 0) >= windowSize) next[of] = last
  }
  return { events: found.map(eventFrom), next }
}

const isSifted = ({ kind, subject, actor }: EventFilter): boolean => kind !== undefined || subject !== undefined || actor !== undefined

const byAge = (one: EventRow, other: EventRow): number =>
  one.at - other.at || (one.tenant === other.tenant ? one.seq - other.seq : one.tenant < other.tenant ? -1 : 1)

interface Stream {
  readonly tenant: string
  /** Where it was left, where it ends, and when it goes on. */
  readonly place: number
  readonly last: number
  readonly at: number
}

/** The streams that go on behind where they were left: who goes on first comes first. */
async function streamsBehind(reader: Reader, { tenant: only, after }: EventFilter): Promise<Stream[]> {
  const ends = (await reader.all(streamEnds, { tenant: only ?? null })).map(({ tenant, seq: last }) => ({
    tenant,
    place: after[tenant] ?? 0,
    last,
  }))
  const behind = ends.filter(({ place, last }) => last > place)
  const times = await reader.all(timesOfEvents, { places: behind.map(({ tenant, place }) => [tenant, place + 1] as const) })
  const at = new Map(times.map((time) => [time.tenant, time.at]))
  return behind.map((stream) => ({ ...stream, at: at.get(stream.tenant) ?? 0 })).sort((one, other) => one.at - other.at)
}

/** The first events of a stream that a filter takes, none that happened later than `until`. */
async function eventsOfStream(
  reader: Reader,
  filter: EventFilter,
  { tenant, place, last }: Stream,
  until: number | null,
): Promise<EventRow[]> {
  const { limit, kind = null, subject = null, actor = null } = filter
  const size = isSifted(filter) ? windowSize : limit
  const rows: EventRow[] = []
  for (let from = place; from < last && rows.length < limit; from += size) {
    if (from > place) {
      const [reached] = until === null ? [] : await reader.all(timesOfEvents, { places: [[tenant, from]] })
      if (reached && until !== null && reached.at > until) break
      await giveWay()
    }
    const window = { tenant, place: from, end: Math.min(from + size, last), until, kind, subject, actor }
    rows.push(...(await reader.all(eventsInWindow, { ...window, limit: limit - rows.length })))
  }
  return rows
}
