import { hash } from 'node:crypto'
import type { Delivery } from '../../../directory/deliveries/delivery.ts'
import type { StreamEvent } from '../../../directory/deliveries/read-stream.ts'
import type { Receiver, Rendered } from './receiver.ts'

/**
 * A first delivery of an event. Its id is made of where the event stands, so that whoever sends it, and however often, it is the same: by it a
 * receiver knows what it has got already.
 */
export function deliveryFor(to: Receiver, { seq, at }: StreamEvent, { type, part, event }: Rendered, now: number): Delivery {
  const id = hash('sha256', `${to.company.id} ${to.app} ${seq} ${type} ${part}`).slice(0, 32)
  return {
    company: to.company.id,
    app: to.app,
    id,
    seq,
    kind: type,
    body: { at, event },
    status: 'waiting',
    attempts: 0,
    dueAt: now,
    lastError: '',
    createdAt: now,
  }
}

/** What is sent of a delivery: an event of schema 2.0. */
export function messageOf(to: Receiver, { id, kind, body }: Delivery): object {
  const { at, event } = body as { at: number; event: object }
  return {
    schema: '2.0',
    header: {
      event_id: id,
      event_type: kind,
      create_time: String(at),
      token: to.keys.verificationToken,
      app_id: to.app,
      tenant_key: to.company.id,
    },
    event,
  }
}
