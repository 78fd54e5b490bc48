import type { EventRow } from '../../storage/schema.ts'
import { eventsBetween, eventsOfSubject, type SoughtKind, streamEnd } from '../../storage/tables/companies/event-followers.ts'
import { companyStream, type EventKind } from '../events.ts'
import type { Range } from '../ranges/range.ts'
import type { Reader } from '../session.ts'
import type { Follower } from './hold-follower.ts'

/** An event as its stream has it. */
export interface StreamEvent {
  readonly seq: number
  readonly at: number
  readonly kind: EventKind
  readonly subject: string
  readonly requestId: string
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

const facts = (text: string | null) => (text === null ? {} : (JSON.parse(text) as Record<string, unknown>))

function streamEventOf(row: EventRow): StreamEvent {
  const { seq, at, subject, request_id: requestId } = row
  return { seq, at, subject, requestId, kind: row.kind as EventKind, before: facts(row.before), after: facts(row.after) }
}

/** The next events of some kinds behind a place in a stream, and the place up to which there are no others. */
export async function readStream(
  reader: Reader,
  { stream, after, kinds, limit }: { stream: string; after: number; kinds: readonly EventKind[]; limit: number },
): Promise<{ events: StreamEvent[]; end: number; more: boolean }> {
  // Asked first: what is behind it is not yet of interest, and what is before it is all committed.
  const last = (await reader.first(streamEnd, { tenant: stream }))?.seq ?? 0
  const rows = await reader.all(eventsBetween, { tenant: stream, after, last, kinds, limit })
  const more = rows.length === limit
  return { events: rows.map(streamEventOf), end: more ? (rows.at(-1)?.seq ?? last) : Math.max(last, after), more }
}

/** What range an app had in its company at each place behind `after`, given the one that it has now: events are told within the one of their time. */
export async function rangesSince(reader: Reader, { company, app }: Follower, after: number, now: Range): Promise<(seq: number) => Range> {
  const query = { tenant: companyStream(company), subject: app, kind: 'app_range_changed' as const, after }
  const changes = (await reader.all(eventsOfSubject, query)).map(streamEventOf)
  return (seq) => (changes.find((change) => change.seq >= seq)?.before.range as Range | undefined) ?? now
}

/** What something was when it was deleted, the first time behind a place in its company's stream; undefined where the stream does not tell. */
export async function asDeleted(
  reader: Reader,
  company: string,
  { subject, kind, after }: { subject: string; kind: SoughtKind; after: number },
): Promise<StreamEvent['before'] | undefined> {
  const [deletion] = await reader.all(eventsOfSubject, { tenant: companyStream(company), subject, kind, after })
  return deletion && streamEventOf(deletion).before
}
