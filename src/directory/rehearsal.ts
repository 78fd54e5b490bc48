import type { RecordedEvent } from '../storage/store.ts'

/** An event that a rehearsed request would have written, as it would be read back; it has no place in a stream and no time yet. */
export interface RehearsedEvent {
  readonly tenant: string
  readonly kind: string
  readonly subject: string
  readonly before: object | null
  readonly after: object | null
}

/** A request that is to change nothing, and what it would have written so far. */
export interface Rehearsal {
  readonly events: RehearsedEvent[]
}

export function newRehearsal(): Rehearsal {
  return { events: [] }
}

/** Notes what a unit of work recorded before it was taken back. */
export function noteEvents({ events }: Rehearsal, recorded: readonly RecordedEvent[]): void {
  for (const { tenant, draft } of recorded) {
    events.push({ tenant, kind: draft.kind, subject: draft.subject, before: draft.before ?? null, after: draft.after ?? null })
  }
}
