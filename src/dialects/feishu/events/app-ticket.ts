import { hash } from 'node:crypto'
import type { Delivery } from '../../../directory/deliveries/delivery.ts'
import type { Receiver } from './receiver.ts'

/** What the wire calls the event that carries a store app's ticket. No app subscribes to it. */
export const ticketType = 'app_ticket'

/** How often a store app is sent its ticket, asked for or not. */
export const ticketEveryMs = 60 * 60_000

/** A delivery of the ticket, which is not kept with it: what is kept opens nothing. */
export function ticketDelivery(to: Receiver, dueAt: number, now: number): Delivery {
  const id = hash('sha256', `${to.app} ticket ${dueAt} ${now}`).slice(0, 32)
  return {
    company: to.company.id,
    app: to.app,
    id,
    seq: 0,
    kind: ticketType,
    body: { at: now, event: {} },
    status: 'waiting',
    attempts: 0,
    dueAt: now,
    lastError: '',
    createdAt: now,
  }
}

/** The ticket as it is sent now: an event of the older schema. */
export function ticketMessage(to: Receiver, { id, body }: Delivery): object {
  const { at } = body as { at: number }
  return {
    ts: String(at / 1000),
    uuid: id,
    token: to.keys.verificationToken,
    type: 'event_callback',
    event: { type: ticketType, app_id: to.app, app_ticket: to.ticket ?? '' },
  }
}
