import type { Connection } from './connection.ts'
import type { RecordedEvent } from './store.ts'
import { appendEvents, claimPlaces } from './tables/events.ts'

/** Events that are written at a time. */
const piece = 2000

/** Appends what the units recorded to the streams, in a fixed order of tenants so that two writers never wait for each other. */
export async function appendToStreams(connection: Connection, events: RecordedEvent[]): Promise<void> {
  const streams = Map.groupBy(events, (event) => event.tenant)
  for (const tenant of [...streams.keys()].sort()) {
    const list = streams.get(tenant) as RecordedEvent[]
    const at = list.reduce((latest, { origin }) => Math.max(latest, origin.at), 0)
    const place = await connection.first(claimPlaces, { tenant, count: list.length, at })
    if (!place) throw new Error(`event stream ${tenant} gave no place`)
    const before = place.seq - list.length
    const rows = list.map(({ draft, origin }, index) => [
      before + index + 1,
      place.last_at,
      origin.actor,
      origin.account,
      origin.dialect,
      origin.operation,
      origin.requestId,
      draft.kind,
      draft.subject,
      draft.before ? JSON.stringify(draft.before) : null,
      draft.after ? JSON.stringify(draft.after) : null,
    ])
    for (let from = 0; from < rows.length; from += piece) {
      await connection.run(appendEvents, { tenant, rows: rows.slice(from, from + piece) })
      // Who only reads is served while a long list is written.
      if (from + piece < rows.length) await new Promise(setImmediate)
    }
  }
}
