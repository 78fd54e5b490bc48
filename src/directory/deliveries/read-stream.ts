import type { EventRow } from '../../storage/schema.ts'
import { eventsBetween, eventsOfSubject, type SoughtKind, streamEnd } from '../../storage/tables/companies/event-followers.ts'
import type { EventOf } from '../event-facts.ts'
import { companyStream, type EventKind } from '../events.ts'
import type { Range } from '../ranges/range.ts'
import type { Reader } from '../session.ts'
import type { Follower } from './hold-follower.ts'

/** An event as its stream has it. */
export type StreamEvent<Kind extends EventKind = EventKind> = EventOf<Kind> & {
  readonly seq: number
  readonly at: number
  readonly requestId: string
}

/** An event about one sort of thing: its kind's name begins so. */
export type EventAbout<Thing extends string> = Extract<StreamEvent, { kind: `${Thing}_${string}` }>

export function isAbout<Thing extends string>(thing: Thing, event: StreamEvent): event is EventAbout<Thing> {
  return event.kind.startsWith(`${thing}_`)
}

const facts = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text))

/** Here alone what is kept is taken for what was written: `record`, which every event came through, holds writers to it. */
function streamEventOf<Kind extends EventKind>({ seq, at, kind, subject, request_id: requestId, before, after }: EventRow) {
  const event: unknown = { seq, at, kind, subject, requestId, before: facts(before), after: facts(after) }
  return event as StreamEvent<Kind>
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
  return { events: rows.map(streamEventOf<EventKind>), end: more ? (rows.at(-1)?.seq ?? last) : Math.max(last, after), more }
}

/** What range an app had in its company at each place behind `after`, given the one that it has now: events are told within the one of their time. */
export async function rangesSince(reader: Reader, { company, app }: Follower, after: number, now: Range): Promise<(seq: number) => Range> {
  const query = { tenant: companyStream(company), subject: app, kind: 'app_range_changed' as const, after }
  const changes = (await reader.all(eventsOfSubject, query)).map(streamEventOf<typeof query.kind>)
  return (seq) => changes.find((change) => change.seq >= seq)?.before.range ?? now
}

/** What something was when it was deleted, the first time behind a place in its company's stream; undefined where the stream does not tell. */
export async function asDeleted<Kind extends Exclude<SoughtKind, 'app_range_changed'>>(
  reader: Reader,
  company: string,
  { subject, kind, after }: { subject: string; kind: Kind; after: number },
): Promise<StreamEvent<Kind>['before'] | undefined> {
  const [deletion] = await reader.all(eventsOfSubject, { tenant: companyStream(company), subject, kind, after })
  return deletion && streamEventOf<Kind>(deletion).before
}
