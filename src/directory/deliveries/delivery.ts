import type { EventDeliveryRow } from '../../storage/schemas/event-delivery.ts'

/** How long after a failed attempt the next one comes, ms; after the last of them there is none. */
const retryDelays = [15_000, 5 * 60_000, 60 * 60_000, 6 * 60 * 60_000] as const

/** How long what was given up can still be looked at and sent again. */
export const deadForMs = 30 * 24 * 60 * 60_000

export const deliveryStatuses = ['waiting', 'dead'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** An event that could not be delivered to an app at once. */
export interface Delivery {
  readonly company: string
  readonly app: string
  readonly id: string
  /** The event's place in its company's stream; 0 for what is in no stream. */
  readonly seq: number
  /** What the wire calls the event. */
  readonly kind: string
  /** What is sent, but for what is sealed. */
  readonly body: object
  readonly status: DeliveryStatus
  readonly attempts: number
  /** When it is sent again; when it was given up, once it is dead. */
  readonly dueAt: number
  readonly lastError: string
  readonly createdAt: number
}

export function deliveryOf(row: EventDeliveryRow): Delivery {
  return {
    company: row.company,
    app: row.app,
    id: row.event_id,
    seq: row.seq,
    kind: row.kind,
    body: JSON.parse(row.body) as object,
    status: row.status as DeliveryStatus,
    attempts: row.attempts,
    dueAt: row.due_at,
    lastError: row.last_error,
    createdAt: row.created_at,
  }
}

export function rowOf(delivery: Delivery): EventDeliveryRow {
  return {
    company: delivery.company,
    app: delivery.app,
    event_id: delivery.id,
    seq: delivery.seq,
    kind: delivery.kind,
    body: JSON.stringify(delivery.body),
    status: delivery.status,
    attempts: delivery.attempts,
    due_at: delivery.dueAt,
    last_error: delivery.lastError,
    created_at: delivery.createdAt,
  }
}

/** A delivery after one more failed attempt: it waits for the next one, or is dead after the last. */
export function afterFailure(delivery: Delivery, error: string, now: number): Delivery {
  const delay = retryDelays[delivery.attempts]
  const attempts = delivery.attempts + 1
  const lastError = error.slice(0, 500)
  if (delay === undefined) return { ...delivery, attempts, lastError, status: 'dead', dueAt: now }
  return { ...delivery, attempts, lastError, status: 'waiting', dueAt: now + delay }
}
