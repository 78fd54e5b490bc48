import { admin } from '../../kit/admin.ts'
import type { TestEvent } from '../../kit/directory.ts'
import type { TestServer } from '../../kit/server.ts'
import type { Happening } from './zone-model.ts'

/** A row of the zone's events, as far as the model knows of such things. */
export interface Recorded extends Happening {
  readonly seq: number
  /** The request and the operation that did it. */
  readonly key: string
  /** What it says of before. */
  readonly before: unknown
}

/** Goes on where the last call ended, and gives what was recorded since. */
export type ReadOn = () => Promise<Recorded[]>

export function recordedIn(server: TestServer, zone: string): ReadOn {
  let after = ''
  return async () => {
    const events: TestEvent[] = []
    for (;;) {
      const path = `/events?tenant=${zone}&limit=1000${after && `&after=${encodeURIComponent(after)}`}`
      const { body } = await admin<{ items: TestEvent[]; cursor: string | null }>(server, 'GET', path)
      events.push(...body.items)
      after = body.cursor ?? after
      if (body.items.length < 1000) return events.filter(({ kind }) => !about.test(kind)).map(recordedOf)
    }
  }
}

/** How the zone was set up is no part of the model. */
const about = /^(zone|source_credential|bridge)_/

function recordedOf({ seq, kind, subject, requestId, operation, before, after }: TestEvent): Recorded {
  const zoneItself = kind === 'synchronization_changed' || kind === 'adoption_changed'
  return {
    ...{ seq, kind, key: `${requestId} ${operation}` },
    subject: zoneItself ? '' : subject,
    before: factsOf(kind, before),
    facts: factsOf(kind, kind === 'member_removed' ? before : after),
  }
}

function factsOf(kind: string, facts: Record<string, unknown> | null): unknown {
  if (facts === null) return null
  switch (kind) {
    case 'member_added':
    case 'member_removed':
      return facts.user
    case 'user_status_changed':
      return facts.status
    case 'synchronization_changed':
      return facts.synchronization
    case 'adoption_changed':
      return facts.adoption
    default: {
      const { name, owner, status, displayName, externalId, profile } = facts
      if (kind.startsWith('group_')) return { name, owner, externalId }
      return { name, owner, status, displayName, externalId, further: furtherOf((profile as { ims?: { value: string }[] })?.ims) }
    }
  }
}

/** Addresses of a user that are kept beside his own, which is no matter of this model: a bridge may clear it. */
export function furtherOf(ims: readonly { readonly value: string }[] = []): string {
  return ims.map(({ value }) => value).join(' ')
}

/** A text that is the same for equal things, whatever the order of their members. */
export function textOf(thing: unknown): string {
  if (typeof thing !== 'object' || thing === null) return JSON.stringify(thing ?? null)
  return JSON.stringify(Object.fromEntries(Object.entries(thing).sort(([one], [other]) => (one < other ? -1 : 1))))
}

export function told({ kind, subject, facts }: Happening): string {
  return `${kind} ${subject} ${textOf(facts)}`
}
